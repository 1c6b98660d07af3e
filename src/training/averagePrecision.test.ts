import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { averagePrecision } from "./averagePrecision.ts";

describe("averagePrecision", () => {
  it("agrees with a case worked by hand", () => {
    // In order: hit, miss, hit, miss. Precision 1 at the first hit, 2/3 at the second.
    expect(averagePrecision([0.1, 0.9, 0.4, 0.8], [false, true, true, false])).toBeCloseTo(5 / 6);
  });

  it("takes equal scores together, whichever stands first", () => {
    expect(averagePrecision([1, 1], [true, false])).toBe(0.5);
    expect(averagePrecision([1, 1], [false, true])).toBe(0.5);
    // 1 of 1, then 2 of 3.
    expect(averagePrecision([5, 1, 1], [true, false, true])).toBeCloseTo(0.5 + 0.5 * (2 / 3), 12);
  });

  it("ranks infinite scores, whose difference would be NaN", () => {
    expect(averagePrecision([-Infinity, Infinity, Infinity], [false, true, true])).toBe(1);
  });

  it("is 1 for a perfect order and the share of positives where all scores are equal", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }).filter((v) => v.includes(true)),
        (isPositive) => {
          const share = isPositive.filter(Boolean).length / isPositive.length;
          expect(averagePrecision(isPositive.map(Number), isPositive)).toBe(1);
          expect(averagePrecision(new Float64Array(isPositive.length), isPositive)).toBeCloseTo(
            share,
            12,
          );
        },
      ),
      { seed: 20240521 },
    );
  });

  it("is about the share of positives for an order by lot", () => {
    const random = seededRandom(3);
    const isPositive = Array.from({ length: 20_000 }, (_, i) => i % 20 === 0);
    const scores = isPositive.map(() => random());
    expect(averagePrecision(scores, isPositive)).toBeGreaterThan(0.04);
    expect(averagePrecision(scores, isPositive)).toBeLessThan(0.06);
  });

  it("refuses what it cannot rank", () => {
    expect(() => averagePrecision([1], [true, false])).toThrow("1 scores of 2 samples");
    expect(() => averagePrecision([1, NaN], [true, false])).toThrow("NaN");
    expect(() => averagePrecision([1, 2], [false, false])).toThrow("nothing is positive");
  });
});
