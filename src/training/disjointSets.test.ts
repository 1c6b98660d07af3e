import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { disjointSets } from "./disjointSets.ts";

describe("disjointSets", () => {
  it("goes round five indices, worked by hand", () => {
    expect(disjointSets(5, 2)).toEqual([
      { first: [0, 1], second: [2, 3] },
      { first: [1, 2], second: [3, 4] },
      { first: [2, 3], second: [4, 0] },
      { first: [3, 4], second: [0, 1] },
      { first: [4, 0], second: [1, 2] },
    ]);
  });

  it("says nothing twice where two sets take all", () => {
    expect(disjointSets(2, 1)).toEqual([{ first: [0], second: [1] }]);
    expect(disjointSets(4, 2)).toHaveLength(2);
  });

  it("has nothing of too few", () => {
    expect(disjointSets(5, 3)).toEqual([]);
    expect(disjointSets(0, 1)).toEqual([]);
  });

  it("never shares an index between the sets, nor repeats a pair", () => {
    const sizes = fc.record({ count: fc.nat(14), size: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(sizes, ({ count, size }) => {
        const pairs = disjointSets(count, size);
        for (const { first, second } of pairs)
          expect(new Set([...first, ...second]).size).toBe(2 * size);
        const keys = pairs.map(({ first, second }) =>
          [first, second]
            .map((set) => set.toSorted((a, b) => a - b).join())
            .toSorted()
            .join("|"),
        );
        expect(new Set(keys).size).toBe(pairs.length);
      }),
    );
  });

  it("refuses sets of nothing", () => {
    expect(() => disjointSets(4, 0)).toThrow("sets of 0");
  });
});
