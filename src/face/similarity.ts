import { assert } from "../shared/assert.ts";
import type { Point } from "./geometry.ts";

/**
 * Rotation, uniform scale and shift: (x, y) ↦ (a·x − b·y + tx, b·x + a·y + ty).
 * The scale is √(a² + b²), the angle atan2(b, a).
 */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/**
 * The similarity without reflection that moves `from` onto `to` with the least
 * sum of squared distances.
 *
 * @throws when the points are fewer than two, differ in number, or all of `from` coincide
 *
 * Source: Umeyama, Least-squares estimation of transformation parameters
 * between two point patterns (1991); in the plane its SVD has the closed form
 * used here.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  assert(from.length === to.length && from.length >= 2, "two lists of at least two points");
  const fromMean = meanPoint(from);
  const toMean = meanPoint(to);
  let variance = 0;
  let along = 0;
  let across = 0;
  for (const [i, p] of from.entries()) {
    const q = to[i]!;
    const px = p.x - fromMean.x;
    const py = p.y - fromMean.y;
    const qx = q.x - toMean.x;
    const qy = q.y - toMean.y;
    variance += px * px + py * py;
    along += px * qx + py * qy;
    across += px * qy - py * qx;
  }
  assert(variance > 0, "points that do not all coincide");
  const a = along / variance;
  const b = across / variance;
  return {
    a,
    b,
    tx: toMean.x - a * fromMean.x + b * fromMean.y,
    ty: toMean.y - b * fromMean.x - a * fromMean.y,
  };
}

/** @throws when the scale is zero */
export function invertSimilarity({ a, b, tx, ty }: Similarity): Similarity {
  const squaredScale = a * a + b * b;
  assert(squaredScale > 0, "a similarity of scale zero has no inverse");
  const inverseA = a / squaredScale;
  const inverseB = -b / squaredScale;
  return {
    a: inverseA,
    b: inverseB,
    tx: -inverseA * tx + inverseB * ty,
    ty: -inverseB * tx - inverseA * ty,
  };
}

export function applySimilarity({ a, b, tx, ty }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + tx, y: b * x + a * y + ty };
}

export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b);
}

export function meanPoint(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}
