import { expect, it } from "vitest";

import { mergeBoxes, overlap } from "./mergeBoxes.ts";

const box = (x: number, y: number, side: number) => ({ x, y, width: side, height: side });

it("measures overlap by hand", () => {
  expect(overlap(box(0, 0, 2), box(1, 0, 2))).toBeCloseTo(2 / 6, 12);
  expect(overlap(box(0, 0, 2), box(2, 0, 2))).toBe(0);
  expect(overlap(box(0, 0, 10), box(2, 2, 2))).toBe(0.5); // wholly inside
});

it("keeps the best of boxes on one face and every other face", () => {
  const found = [
    { box: box(0, 0, 10), score: 0.8 },
    { box: box(1, 1, 10), score: 0.9 },
    { box: box(30, 0, 10), score: 0.6 },
  ];
  expect(mergeBoxes(found, 0.4).map(({ score }) => score)).toEqual([0.9, 0.6]);
});

it("takes a small box inside a large one for the same face", () => {
  const found = [
    { box: box(0, 0, 20), score: 0.9 },
    { box: box(5, 5, 8), score: 0.8 },
  ];
  expect(mergeBoxes(found, 0.4)).toHaveLength(1);
});

it("has nothing to keep of nothing", () => {
  expect(mergeBoxes([], 0.4)).toEqual([]);
});
