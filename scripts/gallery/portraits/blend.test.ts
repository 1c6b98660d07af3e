import { expect, it } from "vitest";

import { trimmedMean } from "./blend.ts";
import type { Layer } from "./layer.ts";

it("drops the highest and the lowest fifth, worked by hand", () => {
  const { colours } = trimmedMean([0, 100, 110, 120, 255].map((grey) => layer([grey], [1])));
  expect(colours[0]).toBeCloseTo(110, 4);
});

it("weighs what is left, and cuts a layer that lies across the limit", () => {
  // Total weight 4; 0.8 falls at each end: 0.2 of the first, all 2 of the second, 0.2 of the third.
  const { colours } = trimmedMean([layer([10], [1]), layer([20], [2]), layer([60], [1])]);
  expect(colours[0]).toBeCloseTo((0.2 * 10 + 2 * 20 + 0.2 * 60) / 2.4, 4);
});

it("does not count a layer where it has no weight", () => {
  const { colours, coverage } = trimmedMean([layer([50, 50], [1, 1]), layer([0, 90], [0, 1])]);
  expect(colours[0]).toBeCloseTo(50, 4);
  expect(colours[3]).toBeCloseTo(70, 4);
  expect([...coverage]).toEqual([0.5, 1]);
});

it("is black and uncovered where nothing reaches", () => {
  const { colours, coverage } = trimmedMean([layer([50], [0])]);
  expect([colours[0], coverage[0]]).toEqual([0, 0]);
});

it("measures how far the layers disagree", () => {
  const { spread } = trimmedMean([layer([10, 7], [1, 1]), layer([30, 7], [1, 1])]);
  expect(spread[0]).toBeCloseTo(10, 4);
  expect(spread[1]).toBeCloseTo(0, 4);
});

/** Grey pixels in a row. */
function layer(greys: number[], weights: number[]): Layer {
  return {
    colours: Float32Array.from(greys.flatMap((grey) => [grey, grey, grey])),
    weights: Float32Array.from(weights),
  };
}
