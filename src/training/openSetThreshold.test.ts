import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { openSetThreshold } from "./openSetThreshold.ts";

describe("openSetThreshold", () => {
  it("agrees with a case worked by hand", () => {
    expect(openSetThreshold([5, 1, 4, 2, 3], 0.4)).toBe(2);
    expect(openSetThreshold([5, 1, 4, 2, 3], 0.59)).toBe(2);
    expect(openSetThreshold([5, 1, 4, 2, 3], 1)).toBe(5);
  });

  it("refuses tied strangers together", () => {
    expect(openSetThreshold([1, 2, 2, 3], 0.5)).toBe(1);
    expect(openSetThreshold([2, 2], 0.5)).toBe(0);
  });

  it("is 0 where nobody may be accepted", () => {
    expect(openSetThreshold([1, 2], 0)).toBe(0);
  });

  it("accepts no more than the share, and the next distance would be too many", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 100 }),
        (distances, perCent) => {
          const threshold = openSetThreshold(distances, perCent / 100);
          const within = (limit: number) =>
            distances.filter((distance) => distance <= limit).length;
          expect(within(threshold) * 100).toBeLessThanOrEqual(perCent * distances.length);
          const next = Math.min(...distances.filter((distance) => distance > threshold));
          if (Number.isFinite(next))
            expect(within(next) * 100).toBeGreaterThan(perCent * distances.length);
        },
      ),
      { seed: 20240519 },
    );
  });

  it("refuses no strangers", () => {
    expect(() => openSetThreshold([], 0.1)).toThrow("no values");
  });
});
