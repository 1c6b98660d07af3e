import { describe, expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { assignTo, findCentroids } from "./kMeans.ts";
import { nearestRows } from "./nearestRows.ts";
import { roundedToBytes } from "./roundedToBytes.ts";
import { strangersLike } from "./strangersLike.ts";

/** Rows that are `values` on the first axis and 0 on all others. */
function onFirstAxis(...values: readonly number[]): Float32Array {
  const rows = new Float32Array(values.length * 128);
  for (const [row, value] of values.entries()) rows[row * 128] = value;
  return rows;
}

describe("nearestRows", () => {
  it("orders by distance, whatever the order of the rows", () => {
    expect(nearestRows(onFirstAxis(9, 2, 5, 1, -3), onFirstAxis(0), 3)).toEqual([3, 1, 4]);
  });

  it("passes over rows that are not wanted", () => {
    expect(nearestRows(onFirstAxis(1, 2, 3), onFirstAxis(0), 1, (row) => row > 0)).toEqual([1]);
  });

  it("gives all where fewer are there", () => {
    expect(nearestRows(onFirstAxis(2, 1), onFirstAxis(0), 5)).toEqual([1, 0]);
  });
});

it("finds the middles of two heaps", () => {
  const rows = onFirstAxis(0, 10, 1, 11, 2, 12);
  const centroids = findCentroids(rows, 2);
  expect([centroids[0], centroids[128]]).toEqual([1, 11]);
  expect([...assignTo(centroids, rows)]).toEqual([0, 1, 0, 1, 0, 1]);
});

it("rounds by half a step at most, and leaves nothing as nothing", () => {
  const { rows, largestError } = roundedToBytes(Float32Array.from(onFirstAxis(0.4, 0)));
  expect(rows[0]).toBeCloseTo(0.4, 6);
  expect([...rows.subarray(128)]).toEqual(Array<number>(128).fill(0));
  const uneven = onFirstAxis(1.27);
  uneven[1] = 0.0049;
  expect(roundedToBytes(uneven).largestError).toBeCloseTo(0.0049, 6);
  expect(largestError).toBeLessThan(1e-6);
});

it("makes strangers who vary as the people do, and only so", () => {
  const people = [onFirstAxis(1), onFirstAxis(2), onFirstAxis(6)];
  const strangers = strangersLike(people, 20_000, seededRandom(1));
  const first = Array.from({ length: 20_000 }, (_, row) => strangers[row * 128]!);
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  const variance = first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / first.length;
  expect(mean).toBeCloseTo(3, 1);
  // ((1 - 3)² + (2 - 3)² + (6 - 3)²) / 2
  expect(variance / 7).toBeCloseTo(1, 1);
  expect(strangers[1]).toBe(0);
});
