import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { median, pairedRatio, spreadOf } from "./statistics.ts";

describe("spreadOf", () => {
  it("orders numbers as numbers", () => {
    expect(spreadOf([100, 9, 20])).toEqual({ median: 20, least: 9, most: 100, count: 3 });
  });

  it("leaves the measurements as they were", () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("median", () => {
  it("lies halfway between the two in the middle", () => {
    expect(median([1, 10, 4, 2])).toBe(3);
    expect(median([7])).toBe(7);
  });

  it("has as many measurements above it as below", () => {
    const values = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (measured) => {
        const middle = median(measured);
        const above = measured.filter((value) => value > middle).length;
        const below = measured.filter((value) => value < middle).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(measured.length / 2);
      }),
      { seed: 20240611 },
    );
  });

  it("refuses to be of nothing", () => {
    expect(() => median([])).toThrow("there is something");
  });
});

describe("pairedRatio", () => {
  const rounds = (...values: number[]) => values.map((value, round) => ({ round, value }));

  it("does not see what slows whole rounds down", () => {
    expect(pairedRatio(rounds(10, 100, 30), rounds(20, 200, 60))).toBe(0.5);
  });

  it("leaves rounds out that only one was measured in", () => {
    const late = [
      { round: 1, value: 4 },
      { round: 2, value: 5 },
    ];
    expect(pairedRatio(rounds(1, 2), late)).toBe(0.5);
    expect(pairedRatio(rounds(1), late)).toBeUndefined();
  });
});
