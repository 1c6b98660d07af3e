import type { Landmarks, Point } from "./geometry.ts";
import { meanPoint } from "./similarity.ts";

/** The eyes' centres, px: `left` and `right` as seen in the photo of an upright face. */
export interface Eyes {
  readonly left: Point;
  readonly right: Point;
  readonly middle: Point;
  readonly distancePx: number;
  /** Radians from `left` to `right`; positive clockwise in the photo. */
  readonly angle: number;
}

/** Landmarks 36–41 and 42–47. */
export function eyesOf(landmarks: Landmarks): Eyes {
  const left = meanPoint(landmarks.slice(36, 42));
  const right = meanPoint(landmarks.slice(42, 48));
  const dx = right.x - left.x;
  const dy = right.y - left.y;
  return {
    left,
    right,
    middle: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
    distancePx: Math.hypot(dx, dy),
    angle: Math.atan2(dy, dx),
  };
}
