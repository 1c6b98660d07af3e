import type { PixelBox } from "./geometry.ts";

export interface ScoredBox {
  readonly box: PixelBox;
  /** In [0, 1]. */
  readonly score: number;
}

/**
 * Non-maximum suppression: of boxes that overlap the best one stays.
 *
 * Overlap is measured against the smaller box too, because a detector at
 * another scale may put a box of half the size on the same face, which
 * intersection over union alone takes for a second face.
 *
 * @returns best first
 */
export function mergeBoxes<T extends ScoredBox>(
  candidates: readonly T[],
  maxOverlap: number,
): readonly T[] {
  const kept: T[] = [];
  for (const candidate of candidates.toSorted((x, y) => y.score - x.score))
    if (kept.every(({ box }) => overlap(box, candidate.box) <= maxOverlap)) kept.push(candidate);
  return kept;
}

/** The larger of intersection over union and half the share of the smaller box covered; in [0, 1]. */
export function overlap(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const intersection = width * height;
  const areaA = a.width * a.height;
  const areaB = b.width * b.height;
  return Math.max(
    intersection / (areaA + areaB - intersection),
    intersection / (2 * Math.min(areaA, areaB)),
  );
}
