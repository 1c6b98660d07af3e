import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { disagreement, meanDistribution } from "./disagreement.ts";

describe("disagreement", () => {
  it("agrees with a case worked by hand", () => {
    // Three members, four classes; the votes are 0, 0, 1.
    const members = [
      Float64Array.of(1, 0, 0, 0),
      Float64Array.of(1, 0, 0, 0),
      Float64Array.of(0, 1, 0, 0),
    ];
    const { voteEntropy, divergence } = disagreement(members, 1);
    const entropy = -(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3);
    expect(voteEntropy[0]).toBeCloseTo(entropy / Math.log(3), 12);
    // KL of the members from the mean (2/3, 1/3): twice log(3/2), once log(3).
    expect(divergence[0]).toBeCloseTo((2 * Math.log(1.5) + Math.log(3)) / 3 / Math.log(3), 12);
  });

  it("is 1 where each member is sure of somebody else, 0 where all say the same", () => {
    const apart = disagreement([Float64Array.of(1, 0), Float64Array.of(0, 1)], 1);
    expect([apart.voteEntropy[0], apart.divergence[0]]).toEqual([1, 1]);
    const alike = disagreement([Float64Array.of(0.3, 0.7), Float64Array.of(0.3, 0.7)], 1);
    expect([alike.voteEntropy[0], alike.divergence[0]]).toEqual([0, 0]);
  });

  it("sees doubt that no vote shows", () => {
    const { voteEntropy, divergence } = disagreement(
      [Float64Array.of(0.9, 0.1), Float64Array.of(0.6, 0.4)],
      1,
    );
    expect(voteEntropy[0]).toBe(0);
    expect(divergence[0]).toBeGreaterThan(0);
  });

  it("judges each sample by itself", () => {
    const both = disagreement([Float64Array.of(1, 0, 1, 0), Float64Array.of(1, 0, 0, 1)], 2);
    expect([...both.voteEntropy]).toEqual([0, 1]);
    expect([...both.divergence]).toEqual([0, 1]);
  });

  it("has nothing to disagree on where there is one class", () => {
    const one = disagreement([Float64Array.of(1), Float64Array.of(1)], 1);
    expect([one.voteEntropy[0], one.divergence[0]]).toEqual([0, 0]);
  });

  it("stays in [0, 1] and does not depend on the order of the members", () => {
    const weight = fc.double({ min: 0.001, max: 1, noNaN: true });
    const row = fc.array(weight, { minLength: 5, maxLength: 5 }).map(distribution);
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (members) => {
        const found = disagreement(members, 1);
        const reversed = disagreement(members.toReversed(), 1);
        for (const key of ["voteEntropy", "divergence"] as const) {
          expect(found[key][0]).toBeGreaterThanOrEqual(0);
          expect(found[key][0]).toBeLessThanOrEqual(1);
          expect(reversed[key][0]).toBeCloseTo(found[key][0]!, 9);
        }
      }),
      { seed: 20240523 },
    );
  });

  it("refuses a single member, and members of different shape", () => {
    expect(() => disagreement([Float64Array.of(1)], 1)).toThrow("committee of 1");
    expect(() => disagreement([Float64Array.of(1), Float64Array.of(0.5, 0.5)], 1)).toThrow(
      "the same samples",
    );
  });
});

describe("meanDistribution", () => {
  it("averages value by value", () => {
    const mean = meanDistribution([Float64Array.of(0.5, 0.5), Float64Array.of(1, 0)]);
    expect([...mean]).toEqual([0.75, 0.25]);
  });
});

function distribution(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(weights, (weight) => weight / total);
}
