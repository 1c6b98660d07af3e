import type { PixelBox } from "../../face/geometry.ts";
import { mergeBoxes, overlap, type ScoredBox } from "../../face/mergeBoxes.ts";
import { shrinkToFit } from "../../face/shrinkToFit.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import { padMirrored, turned, turnedBack, type QuarterTurn } from "../../face/turnImage.ts";
import type { Networks } from "./networks.ts";
import type { TinySidePx } from "./tinyDetector.ts";

/** A face that a detector claims, and how far the photo was turned when it did. */
export interface Candidate extends ScoredBox {
  /** In px of the upright photo. */
  readonly box: PixelBox;
  /** Quarter turns clockwise that bring this face upright. */
  readonly turns: QuarterTurn;
}

/** Longer sides in px that the Tiny detector looks at, multiples of 32. See docs/detection.md for the sweep. */
const TINY_SIDES_PX = [160, 224, 320, 416] as const;
/** A look for small faces, as slow as the others together: only where no face fills a quarter of the view. */
const FINE_TINY_SIDE_PX = 608;
const LARGE_FACE = 0.25;
/** A look for faces that fill the view: only in doubt. */
const COARSE_TINY_SIDE_PX = 128;
/** Longer side of the copy of the photo that detectors look at. */
export const WORKING_SIDE_PX = 832;
/** Source: the default of face-api's options. */
const MIN_TINY_SCORE = 0.5;
/** Lower than face-api's 0.5: SSD is only asked to confirm, and the landmarks are judged after it. */
const MIN_SSD_SCORE = 0.3;
/**
 * Where no face scores as much and none is seen at two sizes, Tiny is believed
 * only if SSD sees a face too; in a turned photo SSD is not asked. Measured on
 * 487 photos with a face: 98 % have such a score.
 */
export const SURE_SCORE = 0.75;
const SSD_SIDE_PX = 512;
/** Of two boxes that overlap more, one goes. Source: face-api's Tiny uses 0.4. */
const MAX_OVERLAP = 0.4;
const MAX_FACES = 100;

/**
 * Every face that stands upright once the photo is turned: Tiny at a sweep of
 * sizes first; SSD, on the padded photo, where Tiny finds nothing or is in doubt.
 *
 * @param working the photo, at most WORKING_SIDE_PX on its longer side
 * @param scale how many px of the photo a px of `working` is
 * @returns best first; boxes may reach past the photo
 */
export async function detectFaces(
  networks: Networks,
  working: RgbaImage,
  turns: QuarterTurn,
  scale: number,
): Promise<readonly Candidate[]> {
  const view = turned(working, turns);
  const found = await detectIn(networks, view, turns === 0);
  return found.map(({ box, score }) => ({
    box: scaled(turnedBack(box, turns, view), scale),
    score,
    turns,
  }));
}

/** @param askSsd whether a doubtful answer is worth the slower detector */
async function detectIn(
  networks: Networks,
  view: RgbaImage,
  askSsd: boolean,
): Promise<readonly ScoredBox[]> {
  const swept: ScoredBox[] = [];
  for (const sidePx of TINY_SIDES_PX) swept.push(...(await detectTiny(networks, view, sidePx)));
  const smallest = LARGE_FACE * Math.min(view.width, view.height);
  if (!swept.some((face) => isSure(face) && face.box.width >= smallest))
    swept.push(...(await detectTiny(networks, view, FINE_TINY_SIDE_PX)));
  if (!swept.some(isSure)) swept.push(...(await detectTiny(networks, view, COARSE_TINY_SIDE_PX)));
  if (swept.some((face) => isSure(face) || isSeenTwice(face, swept)))
    return mergeBoxes(swept, MAX_OVERLAP);
  if (!askSsd) return [];
  const checked = [...(await detectPadded(networks, view))];
  // Padding halves the resolution: a group's small faces need the whole of it.
  if (checked.length === 0) checked.push(...(await detectSsd(networks, view)));
  return checked.length === 0 ? [] : mergeBoxes([...swept, ...checked], MAX_OVERLAP);
}

function isSure({ score }: ScoredBox): boolean {
  return score >= SURE_SCORE;
}

/** Whether Tiny saw this face at two sizes or more. */
function isSeenTwice(face: ScoredBox, swept: readonly ScoredBox[]): boolean {
  return swept.some((other) => other !== face && overlap(face.box, other.box) > MAX_OVERLAP);
}

/** One pass of the Tiny detector over the view at `sidePx`. */
async function detectTiny(
  { tiny }: Networks,
  view: RgbaImage,
  sidePx: TinySidePx,
): Promise<readonly ScoredBox[]> {
  const small = shrinkToFit(view, sidePx);
  const found = await tiny.locate(small, sidePx, MIN_TINY_SCORE);
  const scale = view.width / small.width;
  return found.map(({ box, score }) => ({ box: scaled(box, scale), score }));
}

/** SSD expects faces small in the frame: half the view is added on each side, mirrored. */
async function detectPadded(networks: Networks, view: RgbaImage): Promise<readonly ScoredBox[]> {
  const small = shrinkToFit(view, SSD_SIDE_PX / 2);
  const { image, left, top } = padMirrored(small);
  const found = await detectSsd(networks, image);
  const scale = view.width / small.width;
  return found
    .map(({ box, score }) => ({ box: scaled(moved(box, -left, -top), scale), score }))
    .filter(({ box }) => centreInside(box, view));
}

/** One pass of SSD, as face-api uses it. */
async function detectSsd({ ssd }: Networks, view: RgbaImage): Promise<readonly ScoredBox[]> {
  const small = shrinkToFit(view, SSD_SIDE_PX);
  const found = await ssd.locate(small, MIN_SSD_SCORE, MAX_FACES);
  const scale = view.width / small.width;
  return found.map(({ box, score }) => ({ box: scaled(box, scale), score }));
}

function moved({ x, y, width, height }: PixelBox, dx: number, dy: number): PixelBox {
  return { x: x + dx, y: y + dy, width, height };
}

/** The mirrored margins hold mirrored faces: those are not in the photo. */
function centreInside({ x, y, width, height }: PixelBox, view: RgbaImage): boolean {
  const cx = x + width / 2;
  const cy = y + height / 2;
  return cx >= 0 && cy >= 0 && cx < view.width && cy < view.height;
}

function scaled({ x, y, width, height }: PixelBox, scale: number): PixelBox {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
