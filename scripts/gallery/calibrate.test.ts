import { describe, expect, it } from "vitest";

import { calibrate, prototypeDistances, prototypesOf } from "./calibrate.ts";
import { createDataset } from "./dataset.ts";
import { candidate, descriptorAt } from "./testing.ts";

/** On a line: A's photos at 0, 1 and 2 (prototype 1), B's at 10 and 12 (prototype 11). */
const DATASET = createDataset([
  candidate("a", [descriptorAt(0, 1), descriptorAt(1, 1), descriptorAt(2, 1)]),
  candidate("b", [descriptorAt(10, 1), descriptorAt(12, 1)]),
]);
const STRANGERS = [descriptorAt(5, 1), descriptorAt(8, 1)];

describe("prototypeDistances", () => {
  const found = prototypeDistances(DATASET, prototypesOf(DATASET), STRANGERS);

  it("leaves each photo out of its own prototype", () => {
    // 0 to the mean of 1 and 2, 1 to that of 0 and 2, and so on.
    expect(rounded(found.genuine)).toEqual([1.5, 0, 1.5, 2, 2]);
  });

  it("takes strangers and other people for impostors", () => {
    expect(rounded(found.strangers)).toEqual([4, 6, 7, 3]);
    expect(rounded(found.others)).toEqual([11, 10, 9, 9, 11]);
  });

  it("knows the nearest prototype of everybody", () => {
    expect(rounded(found.nearestOfStrangers)).toEqual([4, 3]);
    expect(rounded(found.nearestOfOthers)).toEqual([11, 10, 9, 9, 11]);
    expect(rounded(found.nearestOfKnown)).toEqual([1.5, 0, 1.5, 2, 2]);
  });
});

describe("calibrate", () => {
  it("tells at most the accepted share of strangers a name", () => {
    const nearestOfStrangers = Array.from({ length: 100 }, (_, i) => 1 + i / 100);
    const { openSetDistance, acceptedStrangers } = calibrate({
      strangers: [1, 2],
      others: [3, 4],
      genuine: [0.3, 0.4],
      nearestOfStrangers,
      nearestOfOthers: [9],
      nearestOfKnown: [0.3],
    });
    const named = nearestOfStrangers.filter((distance) => distance <= openSetDistance);
    expect(named).toHaveLength(100 * acceptedStrangers);
  });

  it("lets the gallery's people stand in where strangers are too few", () => {
    const { openSetDistance, impostor } = calibrate({
      strangers: [1, 2],
      others: [3, 4],
      genuine: [0.3, 0.4],
      nearestOfStrangers: new Array<number>(19).fill(1),
      nearestOfOthers: [5, 6, 7, 8],
      nearestOfKnown: [0.3],
    });
    expect(openSetDistance).toBe(7);
    expect(impostor.values.at(-1)).toBe(4);
  });
});

function rounded(values: readonly number[]): number[] {
  return values.map((value) => Number(value.toFixed(4)));
}
