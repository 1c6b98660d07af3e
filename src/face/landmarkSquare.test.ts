import { expect, it } from "vitest";

import { alignedSquare, squareOf } from "./landmarkSquare.ts";
import { applySimilarity } from "./similarity.ts";

it("covers a box about its middle, by its longer side", () => {
  const square = squareOf({ x: 10, y: 20, width: 40, height: 20 }, 0, 100);
  expect(applySimilarity(square, { x: 0, y: 0 })).toEqual({ x: 10, y: 10 });
  expect(applySimilarity(square, { x: 100, y: 100 })).toEqual({ x: 50, y: 50 });
});

it("stands a face upright that needs a quarter turn clockwise", () => {
  const square = squareOf({ x: 0, y: 0, width: 100, height: 100 }, 1, 100);
  // The forehead of such a face lies at the left: the square's top is the photo's left.
  const top = applySimilarity(square, { x: 50, y: 0 });
  expect(top.x).toBeCloseTo(0, 9);
  expect(top.y).toBeCloseTo(50, 9);
});

it("turns with the eyes and has every point inside", () => {
  const landmarks = Array.from({ length: 68 }, (_, i) => {
    const along = i < 42 ? 20 + (i % 6) : 80 + (i % 6);
    return { x: along, y: along + (i % 17) };
  });
  const square = alignedSquare(landmarks, 112);
  expect((Math.atan2(square.b, square.a) * 180) / Math.PI).toBeGreaterThan(30);
  const { a, b, tx, ty } = square;
  const scale = a * a + b * b;
  for (const { x, y } of landmarks) {
    const u = (a * (x - tx) + b * (y - ty)) / scale;
    const v = (a * (y - ty) - b * (x - tx)) / scale;
    expect(Math.min(u, v)).toBeGreaterThanOrEqual(0);
    expect(Math.max(u, v)).toBeLessThanOrEqual(112);
  }
});
