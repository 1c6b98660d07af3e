import { expect, it } from "vitest";

import { createReservoir } from "./reservoir.ts";

it("keeps everything, in order, up to its limit", () => {
  const reservoir = createReservoir(4, 1);
  expect([...reservoir.values()]).toEqual([]);
  for (const value of [5, 3, 5, 1]) reservoir.add(value);
  expect([...reservoir.values()]).toEqual([5, 3, 5, 1]);
});

it("keeps as many as its limit beyond it, the same ones for the same seed", () => {
  const sample = (seed: number) => [...filled(10, 1000, seed)];
  expect(sample(1)).toHaveLength(10);
  expect(new Set(sample(1)).size).toBe(10);
  expect(sample(1)).toEqual(sample(1));
  expect(sample(1)).not.toEqual(sample(2));
});

it("lets the first and the last stay equally often", () => {
  const stays = new Float64Array(40);
  for (let seed = 0; seed < 4000; seed++) for (const value of filled(10, 40, seed)) stays[value]!++;
  // A quarter each: 1,000 of 4,000, give or take 27.
  expect(Math.min(...stays)).toBeGreaterThan(870);
  expect(Math.max(...stays)).toBeLessThan(1130);
});

function filled(limit: number, count: number, seed: number): Float64Array {
  const reservoir = createReservoir(limit, seed);
  for (let value = 0; value < count; value++) reservoir.add(value);
  return reservoir.values();
}
