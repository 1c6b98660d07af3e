import { describe, expect, it } from "vitest";

import { labelEvidence } from "./labelEvidence.ts";

describe("labelEvidence", () => {
  // Two people on a line; the last photo of person 0 lies among those of person 1.
  const input = {
    descriptors: [[0], [1], [2], [11], [10], [11], [12]],
    labels: [0, 0, 0, 0, 1, 1, 1],
    groups: [0, 1, 2, 3, 4, 5, 6],
    classCount: 2,
  };
  const members = [memberSaying([0.1, 0.9]), memberSaying([0.5, 0.5])];
  const evidence = labelEvidence(input, members);

  it("agrees with a case worked by hand", () => {
    const moved = evidence[3]!;
    expect(moved).toMatchObject({ sample: 3, label: 0, rival: 1, votesAgainst: 0.5 });
    expect(moved.ownProbability).toBeCloseTo(0.3, 12);
    expect(moved.rivalProbability).toBeCloseTo(0.7, 12);
    expect(moved.logOdds).toBeCloseTo(Math.log(7 / 3), 12);
    expect(moved.uncertainty.margin).toBeCloseTo(0.6, 12);
    expect(moved.voteEntropy).toBe(1);
    // A quarter of the way into 9, 10, 11, and into 0, 1, 1.
    expect(moved.ownDistance).toBe(9.5);
    expect(moved.rivalDistance).toBe(0.5);
  });

  it("measures distances by what is usual over everybody", () => {
    // Own distances 1.5, 1, 1.5, 9.5, 1, 1, 1.5: the median is 1.5, the median deviation from it 0.
    const usual = labelEvidence({ ...input, descriptors: spread(input.descriptors) }, members);
    expect(usual[3]!.ownDeviation).toBeGreaterThan(3);
    expect(Math.abs(usual[0]!.ownDeviation)).toBeLessThan(2);
    expect(usual[3]!.rivalDeviation).toBeLessThan(1);
  });

  it("names the likeliest people, best first", () => {
    expect(evidence[3]!.likeliest.map(({ person }) => person)).toEqual([1, 0]);
  });

  it("stays finite where a probability is 0 and all distances are equal", () => {
    const sure = [memberSaying([0, 1]), memberSaying([0, 1])];
    const equal = { ...input, descriptors: input.labels.map(() => [1]) };
    const numbers = labelEvidence(equal, sure).flatMap((one) => [one.logOdds, one.ownDeviation]);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it("refuses a person of a single picture, and a single person", () => {
    const groups = [0, 1, 2, 3, 4, 4, 4];
    expect(() => labelEvidence({ ...input, groups }, members)).toThrow("two groups");
    const alone = { descriptors: [[0], [1]], labels: [0, 0], groups: [0, 1], classCount: 1 };
    expect(() => labelEvidence(alone, members)).toThrow("1 people");
  });
});

function memberSaying(row: readonly number[]): Float64Array {
  return Float64Array.from({ length: 14 }, (_, i) => row[i % 2]!);
}

function spread(descriptors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return descriptors.map(([x], i) => [x! + 0.1 * i * i]);
}
