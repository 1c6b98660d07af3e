import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { quantiles, shareAtOrBelow } from "./quantiles.ts";

describe("quantiles", () => {
  it("interpolates between the sorted values", () => {
    const table = quantiles([3, 1]);
    expect(table.count).toBe(2);
    expect(valueAt(table, 0)).toBe(1);
    expect(valueAt(table, 0.0005)).toBeCloseTo(1.001, 12);
    expect(valueAt(table, 0.25)).toBeCloseTo(1.5, 12);
    expect(valueAt(table, 1)).toBe(3);
  });

  it("sorts by size, not as text", () => {
    expect(quantiles([9, 10, 100]).values.at(-1)).toBe(100);
  });

  it("ascends from 0 to 1, finer towards 0", () => {
    const { probabilities, values } = quantiles([1]);
    expect(probabilities).toEqual([...new Set(probabilities)].sort((a, b) => a - b));
    expect([probabilities[0], probabilities[1], probabilities.at(-1)]).toEqual([0, 0.0001, 1]);
    expect(values).toHaveLength(probabilities.length);
  });

  it("refuses no values, and values that are not numbers", () => {
    expect(() => quantiles([])).toThrow("needs values");
    expect(() => quantiles([1, NaN])).toThrow("finite");
  });
});

describe("shareAtOrBelow", () => {
  const table = { probabilities: [0, 0.1, 0.5, 1], values: [1, 2, 2, 4], count: 10 };

  it("interpolates linearly inside the table", () => {
    expect(shareAtOrBelow(table, 1.5)).toBeCloseTo(0.05, 12);
    expect(shareAtOrBelow(table, 3)).toBeCloseTo(0.75, 12);
  });

  it("counts all of a jump, and never divides by its width", () => {
    expect(shareAtOrBelow(table, 2)).toBe(0.5);
    expect(shareAtOrBelow(quantiles([5, 5, 5]), 5)).toBe(1);
  });

  it("is 0 below the table and 1 above it", () => {
    expect(shareAtOrBelow(table, 0.99)).toBe(0);
    expect(shareAtOrBelow(table, 4)).toBe(1);
    expect(shareAtOrBelow(table, Infinity)).toBe(1);
  });

  it("never falls as the value grows, and stays in [0, 1]", () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), value, value, (values, a, b) => {
        const built = quantiles(values);
        const low = shareAtOrBelow(built, Math.min(a, b));
        const high = shareAtOrBelow(built, Math.max(a, b));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(high);
      }),
      { seed: 20240502 },
    );
  });

  it("differs from the counted share by no more than a step of the table", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 200, maxLength: 400 }),
        fc.integer({ min: 0, max: 5000 }),
        (values, limit) => {
          const counted = values.filter((value) => value <= limit).length / values.length;
          const found = shareAtOrBelow(quantiles(values), limit);
          expect(Math.abs(found - counted)).toBeLessThan(0.01 + 2 / values.length);
        },
      ),
      { seed: 20240503 },
    );
  });
});

function valueAt(table: ReturnType<typeof quantiles>, probability: number): number | undefined {
  return table.values[table.probabilities.indexOf(probability)];
}
