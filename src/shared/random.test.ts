import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom, shuffled } from "./random.ts";

describe("seededRandom", () => {
  it("repeats itself for one seed and differs for another", () => {
    const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it.each([0, 1, 2, 20240501])("is spread evenly over [0, 1) from seed %d", (seed) => {
    const values = Array.from({ length: 10_000 }, seededRandom(seed));
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const tenths = Array.from(
      { length: 10 },
      (_, i) => values.filter((value) => Math.floor(value * 10) === i).length,
    );
    // Five standard deviations of a count of 1,000 are 150.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe("shuffled", () => {
  it("reaches every order about equally often", () => {
    const random = seededRandom(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(["a", "b", "c"], random).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("keeps every item and leaves its argument alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const after = shuffled(items, seededRandom(seed));
        expect(items).toEqual(before);
        expect(after.sort((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
      }),
      { seed: 20240506 },
    );
  });
});
