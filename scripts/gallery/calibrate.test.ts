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
const DISTANCES = {
  strangers: Float64Array.of(1, 2),
  others: Float64Array.of(3, 4),
  genuine: Float64Array.of(0.3, 0.4),
  nearestOfKnown: Float64Array.of(0.3),
};

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

  it("may find a photo nearer to somebody else's prototype than to its own", () => {
    // 4 is 6 away from the mean of 0 and 20, and 2 away from that of 5 and 7.
    const dataset = createDataset([
      candidate("a", [descriptorAt(0), descriptorAt(20), descriptorAt(4)]),
      candidate("b", [descriptorAt(5), descriptorAt(7)]),
    ]);
    const { nearestOfKnown, genuine } = prototypeDistances(dataset, prototypesOf(dataset), []);
    expect(rounded(genuine)[2]).toBe(6);
    expect(rounded(nearestOfKnown)[2]).toBe(2);
  });

  it("keeps a sample where there are too many, and each photo's nearest all the same", () => {
    const sampled = prototypeDistances(DATASET, prototypesOf(DATASET), STRANGERS, 3);
    expect(sampled.others).toHaveLength(3);
    expect(sampled.strangers).toHaveLength(3);
    for (const distance of rounded(sampled.strangers)) expect([4, 6, 7, 3]).toContain(distance);
    expect(sampled.nearestOfOthers).toEqual(found.nearestOfOthers);
    expect(sampled.nearestOfStrangers).toEqual(found.nearestOfStrangers);
    expect(prototypeDistances(DATASET, prototypesOf(DATASET), STRANGERS, 3)).toEqual(sampled);
  });
});

describe("calibrate", () => {
  it("tells at most the accepted share of strangers a name", () => {
    const nearestOfStrangers = Float64Array.from({ length: 100 }, (_, i) => 1 + i / 100);
    const { openSetDistance, acceptedStrangers } = calibrate({
      ...DISTANCES,
      nearestOfStrangers,
      nearestOfOthers: Float64Array.of(9),
    });
    const named = nearestOfStrangers.filter((distance) => distance <= openSetDistance);
    expect(named).toHaveLength(100 * acceptedStrangers);
  });

  it("lets the gallery's people stand in where strangers are too few", () => {
    const { openSetDistance, impostor } = calibrate({
      ...DISTANCES,
      nearestOfStrangers: new Float64Array(19).fill(1),
      nearestOfOthers: Float64Array.of(5, 6, 7, 8),
    });
    expect(openSetDistance).toBe(7);
    expect(impostor.values.at(-1)).toBe(4);
  });
});

function rounded(values: Float64Array): number[] {
  return Array.from(values, (value) => Number(value.toFixed(4)));
}
