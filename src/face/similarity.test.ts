import fc from "fast-check";
import { expect, it } from "vitest";

import {
  applySimilarity,
  fitSimilarity,
  invertSimilarity,
  scaleOf,
  type Similarity,
} from "./similarity.ts";

it("finds a quarter turn with scale 2 and a shift, worked by hand", () => {
  // (x, y) ↦ (−2y + 10, 2x + 20)
  const from = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ];
  const to = [
    { x: 10, y: 20 },
    { x: 10, y: 22 },
    { x: 8, y: 20 },
  ];
  const found = fitSimilarity(from, to);
  expect(found.a).toBeCloseTo(0, 12);
  expect(found.b).toBeCloseTo(2, 12);
  expect(found.tx).toBeCloseTo(10, 12);
  expect(found.ty).toBeCloseTo(20, 12);
});

it("answers a mirrored face with a rotation, never with a reflection", () => {
  const from = [
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 1, y: 3 },
  ];
  const { a, b } = fitSimilarity(
    from,
    from.map(({ x, y }) => ({ x: -x, y })),
  );
  // A reflection would fit without error at scale 1; a similarity has to shrink.
  expect(Math.hypot(a, b)).toBeLessThan(1);
});

it("gets every similarity back from the points that it moved", () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  const points = [
    { x: 0, y: 0 },
    { x: 7, y: 1 },
    { x: 3, y: 9 },
    { x: -4, y: 5 },
  ];
  fc.assert(
    fc.property(number, number, number, number, (a, b, tx, ty) => {
      fc.pre(Math.hypot(a, b) > 1e-3);
      const similarity: Similarity = { a, b, tx, ty };
      const moved = points.map((point) => applySimilarity(similarity, point));
      const found = fitSimilarity(points, moved);
      expect(found.a).toBeCloseTo(a, 8);
      expect(found.b).toBeCloseTo(b, 8);
      const back = applySimilarity(invertSimilarity(found), moved[1]!);
      expect(back.x).toBeCloseTo(7, 5);
      expect(back.y).toBeCloseTo(1, 5);
      expect(scaleOf(found)).toBeCloseTo(Math.hypot(a, b), 8);
    }),
    { seed: 20261121, numRuns: 100 },
  );
});

it("refuses points that all coincide", () => {
  const same = [
    { x: 1, y: 1 },
    { x: 1, y: 1 },
  ];
  expect(() => fitSimilarity(same, same)).toThrow("coincide");
});
