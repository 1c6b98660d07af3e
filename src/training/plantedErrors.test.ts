import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { plantErrors } from "./plantedErrors.ts";

describe("plantErrors", () => {
  it("has one choice where two people hold one group too many", () => {
    const input = { labels: [0, 0, 0, 1, 1], groups: ["a", "b", "c", "d", "e"], classCount: 2 };
    const { labels, isPlanted } = plantErrors(input, 1, 1);
    expect(isPlanted.slice(0, 3).filter(Boolean)).toHaveLength(1);
    expect(labels.slice(3)).toEqual([1, 1]);
    expect(labels.filter((label) => label === 1)).toHaveLength(3);
  });

  it("moves a photo together with its copies, or neither", () => {
    const labels = Array.from({ length: 60 }, (_, i) => i % 3);
    const groups = labels.map((label, i) => `${label} ${Math.floor(i / 6)}`);
    const planted = plantErrors({ labels, groups, classCount: 3 }, 0.3, 7);
    expect(planted.isPlanted.filter(Boolean)).toHaveLength(18);
    for (const group of new Set(groups)) {
      const found = planted.labels.filter((_, i) => groups[i] === group);
      expect(new Set(found).size).toBe(1);
    }
  });

  it("lets a group stay that shows two people", () => {
    const input = { labels: [0, 1, 0, 0, 1, 1], groups: ["x", "x", "a", "b", "c", "d"] };
    const { isPlanted } = plantErrors({ ...input, classCount: 2 }, 1, 1);
    expect(isPlanted.slice(0, 2)).toEqual([false, false]);
  });

  it("never passes the share, leaves everybody two groups, and repeats itself", () => {
    const people = fc.array(fc.nat(4), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(
        people,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (labels, share, seed) => {
          const input = { labels, groups: labels.map((_, i) => i), classCount: 5 };
          const planted = plantErrors(input, share, seed);
          expect(planted.isPlanted.filter(Boolean).length).toBeLessThanOrEqual(
            share * labels.length + 1e-6,
          );
          for (const person of new Set(labels)) {
            const own = labels.filter((label) => label === person).length;
            const kept = labels.filter(
              (label, i) => label === person && !planted.isPlanted[i],
            ).length;
            expect(kept).toBeGreaterThanOrEqual(Math.min(2, own));
          }
          expect(plantErrors(input, share, seed)).toEqual(planted);
        },
      ),
      { seed: 20240522 },
    );
  });

  it("favours nobody among the wrong people", () => {
    const labels = Array.from({ length: 4000 }, () => 0);
    const input = { labels, groups: labels.map((_, i) => i), classCount: 5 };
    const { labels: found } = plantErrors(input, 0.5, 3);
    for (const wrong of [1, 2, 3, 4]) {
      const count = found.filter((label) => label === wrong).length;
      expect(Math.abs(count - 500)).toBeLessThan(80);
    }
  });

  it("differs from seed to seed", () => {
    const labels = Array.from({ length: 200 }, (_, i) => i % 10);
    const input = { labels, groups: labels.map((_, i) => i), classCount: 10 };
    expect(plantErrors(input, 0.1, 1)).not.toEqual(plantErrors(input, 0.1, 2));
  });

  it("refuses a single person, and lists of different length", () => {
    expect(() => plantErrors({ labels: [0], groups: [1], classCount: 1 }, 1, 1)).toThrow(
      "1 people",
    );
    expect(() => plantErrors({ labels: [0, 1], groups: [1], classCount: 2 }, 1, 1)).toThrow(
      "1 groups for 2 labels",
    );
  });
});
