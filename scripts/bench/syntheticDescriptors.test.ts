import { describe, expect, it } from "vitest";

import { syntheticDescriptors } from "./syntheticDescriptors.ts";

describe("syntheticDescriptors", () => {
  const { inputs, labels, classCount } = syntheticDescriptors(40, 5, 1);
  const rows = Array.from(labels, (_, s) => inputs.subarray(s * 128, (s + 1) * 128));

  it("have the norm and the distances of real ones", () => {
    const norms = rows.map((row) => distance(row, new Float64Array(128)));
    expect(mean(norms)).toBeCloseTo(1.43, 1);
    const pairs = rows.flatMap((a, i) => rows.slice(0, i).map((b, j) => ({ a, b, i, j })));
    const distances = (ofOnePerson: boolean) =>
      pairs
        .filter(({ i, j }) => (labels[i] === labels[j]) === ofOnePerson)
        .map(({ a, b }) => distance(a, b));
    expect(mean(distances(true))).toBeCloseTo(0.45, 1);
    expect(mean(distances(false))).toBeCloseTo(0.85, 1);
  });

  it("are single-precision numbers, the same for the same seed", () => {
    expect(inputs.every((value) => Math.fround(value) === value)).toBe(true);
    expect(syntheticDescriptors(40, 5, 1).inputs).toEqual(inputs);
    expect(syntheticDescriptors(40, 5, 2).inputs).not.toEqual(inputs);
    expect([classCount, Math.max(...labels), labels.length]).toEqual([40, 39, 200]);
  });
});

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
