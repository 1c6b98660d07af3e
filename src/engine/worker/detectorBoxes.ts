/** What both detectors do with the boxes that they find. */
import type { PixelBox } from "../../face/geometry.ts";
import type { ScoredBox } from "../../face/mergeBoxes.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A box in shares of the square's side (toSquare) as px of the view.
 *
 * Source: face-api, NetInput.getReshapedInputDimensions: the view's shorter
 * side is taken as rounded to whole px of the square.
 */
export function toViewPx(
  { x, y, width, height }: PixelBox,
  view: Size,
  squareSidePx: number,
): PixelBox {
  const scale = squareSidePx / Math.max(view.width, view.height);
  const across = (view.width * squareSidePx) / Math.round(view.width * scale);
  const down = (view.height * squareSidePx) / Math.round(view.height * scale);
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}

/**
 * Non-maximum suppression within one look of a detector: of boxes whose
 * intersection over union is larger than `maxOverlap` the surest stays.
 *
 * @returns best first
 */
export function suppressOverlaps(
  boxes: readonly ScoredBox[],
  maxOverlap: number,
): readonly ScoredBox[] {
  const kept: ScoredBox[] = [];
  for (const candidate of boxes.toSorted((a, b) => b.score - a.score))
    if (kept.every(({ box }) => intersectionOverUnion(box, candidate.box) <= maxOverlap))
      kept.push(candidate);
  return kept;
}

function intersectionOverUnion(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const intersection = width * height;
  return intersection / (a.width * a.height + b.width * b.height - intersection);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
