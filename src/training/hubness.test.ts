import fc from "fast-check";
import { expect, it } from "vitest";

import { hubness } from "./hubness.ts";

it("counts first names, worked by hand", () => {
  const { counts, hubs, skewness } = hubness([2, 0, 2, 2], 4);
  expect([...counts]).toEqual([1, 0, 3, 0]);
  expect(hubs).toEqual([
    { label: 2, share: 0.75 },
    { label: 0, share: 0.25 },
  ]);
  // Deviations 0, −1, 2, −1: second moment 6/4, third 6/4.
  expect(skewness).toBeCloseTo(1.5 / 1.5 ** 1.5, 12);
});

it("is not skewed where everybody is named equally often", () => {
  expect(hubness([0, 1, 2, 2, 1, 0], 3).skewness).toBe(0);
});

it("is most skewed where one is named always: (n − 2) / √(n − 1)", () => {
  expect(hubness([5, 5, 5], 10).skewness).toBeCloseTo(8 / 3, 12);
});

it("gives shares that sum to 1, of all who are named", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (names) => {
      const { hubs, counts } = hubness(names, 10);
      expect(hubs.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(hubs).toHaveLength(new Set(names).size);
      expect(hubs[0]!.share).toBe(Math.max(...counts) / names.length);
    }),
    { seed: 20240528 },
  );
});

it("refuses no photos, and a class out of range", () => {
  expect(() => hubness([], 3)).toThrow("no photos");
  expect(() => hubness([3], 3)).toThrow("class 3 of 3");
});
