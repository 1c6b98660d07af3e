import fc from "fast-check";
import { expect, it } from "vitest";

import { visiblePart } from "./visiblePart.ts";

it("cuts the sides of a wide video on a tall stage, by hand", () => {
  // The whole height is seen; 960 · 300 / 600 = 480 px of the width.
  const part = visiblePart({ width: 1280, height: 960 }, { width: 300, height: 600 });
  expect(part).toEqual({ x: 400, y: 0, width: 480, height: 960 });
});

it("cuts above and below on a wide stage", () => {
  const part = visiblePart({ width: 480, height: 640 }, { width: 1000, height: 500 });
  expect(part).toEqual({ x: 0, y: 200, width: 480, height: 240 });
});

it("is all of the video before the stage is laid out", () => {
  const part = visiblePart({ width: 640, height: 480 }, { width: 0, height: 0 });
  expect(part).toEqual({ x: 0, y: 0, width: 640, height: 480 });
});

it("lies in the video and fills one of its sides", () => {
  const side = fc.integer({ min: 1, max: 4000 });
  fc.assert(
    fc.property(side, side, side, side, (width, height, stageWidth, stageHeight) => {
      const part = visiblePart({ width, height }, { width: stageWidth, height: stageHeight });
      expect(part.x).toBeGreaterThanOrEqual(0);
      expect(part.y).toBeGreaterThanOrEqual(0);
      expect(part.x + part.width).toBeLessThanOrEqual(width);
      expect(part.y + part.height).toBeLessThanOrEqual(height);
      expect(part.width === width || part.height === height).toBe(true);
    }),
    { seed: 20261128 },
  );
});
