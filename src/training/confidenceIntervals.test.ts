import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { clusterInterval, wilsonInterval } from "./confidenceIntervals.ts";

describe("wilsonInterval", () => {
  it("agrees with published and hand-worked values", () => {
    // Newcombe (1998), table I, method 3: 81 of 263 and 15 of 148.
    expect(wilsonInterval(81, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilsonInterval(81, 263).high).toBeCloseTo(0.3662, 4);
    expect(wilsonInterval(15, 148).low).toBeCloseTo(0.0624, 4);
    expect(wilsonInterval(15, 148).high).toBeCloseTo(0.1605, 4);
    // All of n: the lower end is n / (n + z²).
    expect(wilsonInterval(10, 10).low).toBeCloseTo(10 / (10 + 3.8414588), 7);
  });

  it("is no point and stays in [0, 1] where all or none hit", () => {
    expect(wilsonInterval(0, 20)).toMatchObject({ low: 0 });
    expect(wilsonInterval(0, 20).high).toBeGreaterThan(0.1);
    expect(wilsonInterval(20, 20).high).toBe(1);
  });

  it("holds the share, is symmetric and narrows with more trials", () => {
    const trials = fc
      .integer({ min: 1, max: 400 })
      .chain((count) =>
        fc.record({ count: fc.constant(count), hits: fc.integer({ min: 0, max: count }) }),
      );
    fc.assert(
      fc.property(trials, ({ hits, count }) => {
        const { low, high } = wilsonInterval(hits, count);
        expect(low).toBeLessThanOrEqual(hits / count);
        expect(high).toBeGreaterThanOrEqual(hits / count);
        expect(wilsonInterval(count - hits, count).low).toBeCloseTo(1 - high, 12);
        const more = wilsonInterval(4 * hits, 4 * count);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
      { seed: 20240524 },
    );
  });

  it("refuses impossible counts", () => {
    expect(() => wilsonInterval(0, 0)).toThrow("0 hits of 0");
    expect(() => wilsonInterval(3, 2)).toThrow("3 hits of 2");
  });
});

describe("clusterInterval", () => {
  it("is Wilson's for one person", () => {
    expect(clusterInterval([{ hits: 7, count: 9 }], 1)).toEqual(wilsonInterval(7, 9));
  });

  it("is wide where people differ, though their photos are many", () => {
    // Two people of 100 photos: one always right, one always wrong. By photos 0.43 to 0.57.
    const people = [
      { hits: 100, count: 100 },
      { hits: 0, count: 100 },
    ];
    expect(clusterInterval(people, 1)).toEqual({ low: 0, high: 1 });
  });

  it("does not claim certainty where nothing went wrong", () => {
    const people = Array.from({ length: 5 }, () => ({ hits: 10, count: 10 }));
    expect(clusterInterval(people, 1)).toEqual(wilsonInterval(50, 50));
  });

  it("holds the truth about 19 times in 20", () => {
    // 30 people whose own shares are even over 0.6 to 1 (mean 0.8), 20 photos each.
    const random = seededRandom(7);
    let held = 0;
    for (let trial = 0; trial < 200; trial++) {
      const people = Array.from({ length: 30 }, () => {
        const own = 0.6 + 0.4 * random();
        const hits = Array.from({ length: 20 }, random).filter((x) => x < own).length;
        return { hits, count: 20 };
      });
      const { low, high } = clusterInterval(people, trial);
      if (low <= 0.8 && 0.8 <= high) held++;
    }
    expect(held / 200).toBeGreaterThan(0.9);
    expect(held / 200).toBeLessThan(0.99);
  });

  it("gives the same interval for the same seed", () => {
    const people = Array.from({ length: 9 }, (_, i) => ({ hits: i, count: 12 }));
    expect(clusterInterval(people, 3)).toEqual(clusterInterval(people, 3));
    expect(clusterInterval(people, 3)).not.toEqual(clusterInterval(people, 4));
  });

  it("refuses nobody, and a person without photos", () => {
    expect(() => clusterInterval([], 1)).toThrow("no people");
    expect(() => clusterInterval([{ hits: 0, count: 0 }], 1)).toThrow("has photos");
  });
});
