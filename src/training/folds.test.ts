import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { groupedStratifiedFolds } from "./folds.ts";

describe("groupedStratifiedFolds", () => {
  it("deals a small case that has only one fair answer", () => {
    // Two photos of each of two people, each with its mirror image.
    const labels = [0, 0, 0, 0, 1, 1, 1, 1];
    const groups = ["a", "a", "b", "b", "c", "c", "d", "d"];
    const folds = groupedStratifiedFolds(labels, groups, 2, 1);
    expect(folds[0]).not.toBe(folds[2]);
    expect(folds[4]).not.toBe(folds[6]);
    expect(pairsKept(folds)).toBe(true);
  });

  it("keeps a group together that spans two classes", () => {
    const folds = groupedStratifiedFolds([0, 1, 0, 1, 0, 1], [9, 9, 2, 3, 4, 5], 3, 1);
    expect(folds[0]).toBe(folds[1]);
  });

  it("spreads every class to within one group and splits none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer(),
        (people, foldCount, seed) => {
          const labels = people.flatMap((person) => [person, person]);
          const groups = people.flatMap((_, i) => [i, i]);
          const folds = groupedStratifiedFolds(labels, groups, foldCount, seed);
          expect(pairsKept(folds)).toBe(true);
          for (const person of new Set(people)) {
            const counts = Array.from(
              { length: foldCount },
              (_, fold) => folds.filter((f, i) => f === fold && labels[i] === person).length,
            );
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
          }
        },
      ),
      { seed: 20240511 },
    );
  });

  it("repeats itself for one seed and differs for another", () => {
    const labels = Array.from({ length: 40 }, (_, i) => i % 2);
    const deal = (seed: number) => groupedStratifiedFolds(labels, [...labels.keys()], 5, seed);
    expect(deal(1)).toEqual(deal(1));
    expect(deal(1)).not.toEqual(deal(2));
  });

  it("refuses one fold, and more folds than groups", () => {
    expect(() => groupedStratifiedFolds([0, 1], ["a", "b"], 1, 1)).toThrow("1 folds");
    expect(() => groupedStratifiedFolds([0, 0], ["a", "a"], 2, 1)).toThrow("1 groups for 2 folds");
  });
});

/** Whether samples 2i and 2i + 1 are always in the same fold. */
function pairsKept(folds: Int32Array): boolean {
  return folds.every((fold, i) => i % 2 === 0 || fold === folds[i - 1]);
}
