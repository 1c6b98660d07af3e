import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { uncertainty } from "./uncertainty.ts";

describe("uncertainty", () => {
  it("agrees with a case worked by hand", () => {
    const scores = uncertainty([0.25, 0.5, 0.125, 0.125]);
    expect(scores.leastConfidence).toBeCloseTo((0.5 * 4) / 3, 12);
    expect(scores.margin).toBeCloseTo(0.75, 12);
    expect(scores.ratio).toBeCloseTo(0.5, 12);
    // (0.25·2 + 0.5·1 + 2·0.125·3) bits of 2 possible ones.
    expect(scores.entropy).toBeCloseTo(1.75 / 2, 12);
  });

  it("finds the second largest wherever it stands", () => {
    expect(uncertainty([0.1, 0.6, 0.3]).margin).toBeCloseTo(0.7, 12);
    expect(uncertainty([0.3, 0.1, 0.6]).margin).toBeCloseTo(0.7, 12);
    expect(uncertainty([0.6, 0.3, 0.1]).margin).toBeCloseTo(0.7, 12);
  });

  it("is 0 for certainty, where 0 · log 0 would be NaN", () => {
    expect(uncertainty([0, 1, 0])).toEqual({ leastConfidence: 0, margin: 0, ratio: 0, entropy: 0 });
    expect(uncertainty([1])).toEqual({ leastConfidence: 0, margin: 0, ratio: 0, entropy: 0 });
  });

  it("is 1 where all classes are alike", () => {
    const scores = Object.values(uncertainty(new Float64Array(211).fill(1 / 211)));
    for (const score of scores) expect(score).toBeCloseTo(1, 12);
  });

  it("stays in [0, 1] and does not depend on the order of classes", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (parts) => {
        const total = parts.reduce((sum, value) => sum + value, 0);
        fc.pre(total > 1e-6);
        const distribution = parts.map((value) => value / total);
        const scores = uncertainty(distribution);
        const reversed = uncertainty(distribution.toReversed());
        for (const key of ["leastConfidence", "margin", "ratio", "entropy"] as const) {
          expect(scores[key]).toBeGreaterThanOrEqual(0);
          expect(scores[key]).toBeLessThanOrEqual(1);
          expect(reversed[key]).toBeCloseTo(scores[key], 9);
        }
      }),
      { seed: 20240504 },
    );
  });

  it("refuses what is no distribution", () => {
    expect(() => uncertainty([])).toThrow("sum to 0");
    expect(() => uncertainty([0.5, 0.6])).toThrow("sum to 1.1");
    expect(() => uncertainty([1.5, -0.5])).toThrow("probability 1 is -0.5");
    expect(() => uncertainty([NaN, 1])).toThrow("probability 0 is NaN");
  });
});
