import { alignChip, shapeResidual } from "../../face/alignChip.ts";
import type { AnalysedFace, Analysis } from "../../face/analysedFace.ts";
import { eyesOf } from "../../face/eyes.ts";
import type { Landmarks } from "../../face/geometry.ts";
import { measureQuality } from "../../face/measureQuality.ts";
import { cutPortrait } from "../../face/portraitFrame.ts";
import type { PhotoPixels } from "../../face/photoPixels.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import type { QuarterTurn } from "../../face/turnImage.ts";
import { inTurn } from "../../shared/inTurn.ts";
import type { OnStep } from "../faceEngine.ts";
import { describeChips } from "./describeChips.ts";
import { detectFaces, SURE_SCORE, WORKING_SIDE_PX, type Candidate } from "./detectFaces.ts";
import { locateLandmarks } from "./locateLandmarks.ts";
import type { Networks } from "./networks.ts";

/** A person's own face is shown at twice the portraits' size: phones have dense screens. */
const PORTRAIT_ZOOM = 2;

/**
 * Beyond these residuals the landmarks fit no face. Measured: upright faces
 * have a median of 0.02 and in 99 of 100 at most 0.052, full profiles up to
 * 0.10; what is none, and faces cut in half by the photo's edge, mostly lie
 * above 0.11.
 */
const MAX_RESIDUAL = { sure: 0.105, doubtful: 0.06 } as const;

interface LocatedFace extends Candidate {
  readonly landmarks: Landmarks;
  /** See shapeResidual. */
  readonly residual: number;
}

/** A face in numbers alone. */
export type DescribedFace = Omit<AnalysedFace, "portrait">;

export interface Description extends Omit<Analysis, "faces"> {
  /** Largest first. */
  readonly faces: readonly DescribedFace[];
}

/**
 * Finds and describes every face of a photo, and cuts it out to be shown.
 * Leaves no tensor behind.
 */
export async function analysePhoto(
  networks: Networks,
  photo: PhotoPixels,
  onStep: OnStep,
): Promise<Analysis> {
  const { faces, ...size } = await describePhoto(networks, photo, onStep);
  const shown = await inTurn(faces, async (face) => ({
    ...face,
    portrait: await cutPortrait(photo, face.landmarks, PORTRAIT_ZOOM),
  }));
  return { ...size, faces: shown };
}

/** The same without the portraits, which take a tenth of the time. The same in the browser's worker and in Node. */
export async function describePhoto(
  networks: Networks,
  photo: PhotoPixels,
  onStep: OnStep,
): Promise<Description> {
  onStep({ kind: "detecting" });
  const { width, height } = photo;
  const located = await locateFaces(networks, photo);
  if (located.length === 0) return { width, height, faces: [] };

  onStep({ kind: "describing", faceCount: located.length });
  const chips = await inTurn(located, (face) => alignChip(photo, face.landmarks));
  const descriptors = await describeChips(networks, chips);
  const faces = located.map((face, i): DescribedFace => ({
    box: face.box,
    score: face.score,
    landmarks: face.landmarks,
    quality: measureQuality(face.landmarks, chips[i]!),
    descriptor: descriptors[i]!,
  }));
  return { width, height, faces: faces.sort((a, b) => area(b) - area(a)) };
}

/**
 * The faces as the photo stands. If there are none, as it stands turned: of
 * the three turns the one whose best face fits the mean face best, because
 * detector and landmarks make something of faces on their side too.
 */
async function locateFaces(
  networks: Networks,
  photo: PhotoPixels,
): Promise<readonly LocatedFace[]> {
  const working = await photo.shrunkTo(WORKING_SIDE_PX);
  const upright = await locateTurned(networks, photo, working, 0);
  if (upright.length > 0) return upright;
  let best: readonly LocatedFace[] = [];
  for (const turns of [1, 3, 2] as const) {
    const faces = await locateTurned(networks, photo, working, turns);
    if (leastResidual(faces) < leastResidual(best)) best = faces;
  }
  return best;
}

async function locateTurned(
  networks: Networks,
  photo: PhotoPixels,
  working: RgbaImage,
  turns: QuarterTurn,
): Promise<readonly LocatedFace[]> {
  const candidates = await detectFaces(networks, working, turns, scaleBetween(working, photo));
  if (candidates.length === 0) return [];
  const landmarks = await locateLandmarks(networks, photo, candidates);
  const located = candidates.map((candidate, i) => ({
    ...candidate,
    landmarks: landmarks[i]!,
    residual: shapeResidual(landmarks[i]!),
  }));
  return withoutTwins(located.filter(fitsAFace));
}

/** How many px of the photo a px of its shrunk copy is. */
function scaleBetween(working: RgbaImage, photo: PhotoPixels): number {
  return Math.max(photo.width, photo.height) / Math.max(working.width, working.height);
}

function fitsAFace({ score, residual }: LocatedFace): boolean {
  return residual <= (score >= SURE_SCORE ? MAX_RESIDUAL.sure : MAX_RESIDUAL.doubtful);
}

function leastResidual(faces: readonly LocatedFace[]): number {
  return Math.min(Infinity, ...faces.map(({ residual }) => residual));
}

/** Two boxes may lead to one face: of those whose eyes lie in the same place the surest stays. */
function withoutTwins(faces: readonly LocatedFace[]): readonly LocatedFace[] {
  const kept: LocatedFace[] = [];
  for (const face of faces) {
    const { middle, distancePx } = eyesOf(face.landmarks);
    const isTwin = kept.some((other) => {
      const eyes = eyesOf(other.landmarks);
      const apart = Math.hypot(eyes.middle.x - middle.x, eyes.middle.y - middle.y);
      return apart < Math.max(eyes.distancePx, distancePx) / 2;
    });
    if (!isTwin) kept.push(face);
  }
  return kept;
}

function area({ box }: DescribedFace): number {
  return box.width * box.height;
}
