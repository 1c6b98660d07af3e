/** A look at a camera frame that is quick enough for several a second. */
import { chipToPhoto, CHIP_SIDE_PX, shapeResidual } from "../../face/alignChip.ts";
import type { Landmarks } from "../../face/geometry.ts";
import type { Look, SeenFace } from "../../face/guidance.ts";
import { measureQuality } from "../../face/measureQuality.ts";
import { mergeBoxes } from "../../face/mergeBoxes.ts";
import { wholePhoto } from "../../face/photoPixels.ts";
import { cutSimilarity } from "../../face/resample.ts";
import { shrinkToFit } from "../../face/shrinkToFit.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import { SURE_SCORE, type Candidate } from "./detectFaces.ts";
import { locateLandmarks } from "./locateLandmarks.ts";
import type { Networks } from "./networks.ts";

/**
 * Longer sides in px that the Tiny detector looks at, one after the other
 * until it sees a face: alone, 224 px misses one in ten (docs/detection.md).
 */
const LOOK_SIDES_PX = [224, 160, 320] as const;
/** As the photo's own analysis: face-api's default. */
const MIN_SCORE = 0.5;
/** Beyond these residuals the landmarks fit no face: the limits of the photo's own analysis. */
const MAX_RESIDUAL = { sure: 0.105, doubtful: 0.06 } as const;
/** As the photo's own analysis: of two boxes that overlap more, one goes. */
const MAX_OVERLAP = 0.4;
/** More are not needed to see that there are several. */
const MAX_FACES = 3;
/** Half of the recogniser's chip: a quarter of the work, and a small frame holds no more. */
const CHIP_SHRINK = 2;

interface ScoredLandmarks {
  readonly score: number;
  readonly landmarks: Landmarks;
}

/**
 * The faces of a small frame, without descriptors; leaves no tensor behind.
 *
 * @param frame about 480 px on its longer side
 * @throws the abort reason of `signal`, between two networks
 */
export async function lookForFace(
  networks: Networks,
  frame: RgbaImage,
  signal: AbortSignal,
): Promise<Look> {
  const { width, height } = frame;
  const candidates = await detect(networks, frame, signal);
  signal.throwIfAborted();
  const landmarks =
    candidates.length === 0 ? [] : await locateLandmarks(networks, wholePhoto(frame), candidates);
  const faces = candidates
    .map(({ box, score }, i) => ({ box, score, landmarks: landmarks[i]! }))
    .filter(fitsAFace)
    .map(({ box, landmarks: points }): SeenFace => {
      const quality = measureQuality(points, smallChip(frame, points));
      return { box, landmarks: points, quality };
    });
  const sorted = faces.sort((a, b) => b.box.width - a.box.width);
  return { width, height, brightness: brightnessOf(frame), faces: sorted };
}

/** At the first size that shows a face; surest first. */
async function detect(
  { tiny }: Networks,
  frame: RgbaImage,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  for (const sidePx of LOOK_SIDES_PX) {
    signal.throwIfAborted();
    const small = shrinkToFit(frame, sidePx);
    const scale = frame.width / small.width;
    const found = mergeBoxes(await tiny.locate(small, sidePx, MIN_SCORE), MAX_OVERLAP);
    if (found.length > 0)
      return found.slice(0, MAX_FACES).map(({ box: { x, y, width, height }, score }) => ({
        box: { x: x * scale, y: y * scale, width: width * scale, height: height * scale },
        score,
        turns: 0,
      }));
  }
  return [];
}

function fitsAFace({ score, landmarks }: ScoredLandmarks): boolean {
  const limit = score >= SURE_SCORE ? MAX_RESIDUAL.sure : MAX_RESIDUAL.doubtful;
  return shapeResidual(landmarks) <= limit;
}

function smallChip(frame: RgbaImage, landmarks: Landmarks) {
  const { a, b, tx, ty } = chipToPhoto(landmarks);
  const toFrame = { a: a * CHIP_SHRINK, b: b * CHIP_SHRINK, tx, ty };
  const sidePx = CHIP_SIDE_PX / CHIP_SHRINK;
  return cutSimilarity(frame, toFrame, sidePx, sidePx);
}

/** Of every fourth pixel in every fourth row: enough for a mean. */
function brightnessOf({ width, height, data }: RgbaImage): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y += 4)
    for (let x = 0; x < width; x += 4, count++) {
      const at = (y * width + x) * 4;
      // Source: Rec. 709 luma.
      sum += 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!;
    }
  return count === 0 ? 0 : sum / count;
}
