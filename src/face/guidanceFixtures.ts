/** Looks for the tests of guidance, here and in the rooms above. */
import { eyesOf } from "./eyes.ts";
import type { Point } from "./geometry.ts";
import type { Look, SeenFace } from "./guidance.ts";
import { MEAN_FACE, MEAN_FACE_FIRST_LANDMARK } from "./meanFace.ts";
import type { FaceQuality } from "./quality.ts";

/** Of a frame of 480 × 360 px. */
export function lookAt(faces: readonly SeenFace[], brightness = 120): Look {
  return { width: 480, height: 360, brightness, faces };
}

/** The mean face, in the middle of that frame unless it is said otherwise. */
export function seenFace({
  eyes = { x: 240, y: 180 },
  eyeDistancePx = 65,
  quality = {},
}: {
  readonly eyes?: Point;
  readonly eyeDistancePx?: number;
  readonly quality?: Partial<FaceQuality>;
} = {}): SeenFace {
  const jaw = Array.from({ length: MEAN_FACE_FIRST_LANDMARK }, (): Point => ({ x: 0.5, y: 1 }));
  const points = [...jaw, ...MEAN_FACE];
  const { middle, distancePx } = eyesOf(points);
  const scale = eyeDistancePx / distancePx;
  const landmarks = points.map(({ x, y }) => ({
    x: eyes.x + (x - middle.x) * scale,
    y: eyes.y + (y - middle.y) * scale,
  }));
  const sidePx = eyeDistancePx * 2;
  return {
    box: { x: eyes.x - sidePx / 2, y: eyes.y - sidePx / 3, width: sidePx, height: sidePx },
    landmarks,
    quality: {
      eyeDistancePx,
      roll: 0,
      yaw: 0,
      pitch: 0,
      sharpness: 12,
      brightness: 120,
      verdict: "usable",
      ...quality,
    },
  };
}
