import fc from "fast-check";
import { expect, it } from "vitest";

import { shuffled, seededRandom } from "../shared/random.ts";
import { confusions } from "./confusions.ts";

it("counts who is taken for whom, worked by hand", () => {
  expect(confusions([0, 0, 1, 1, 2, 2, 10], [1, 1, 1, 0, 2, 10, 2])).toEqual([
    { label: 0, takenFor: 1, count: 2 },
    { label: 1, takenFor: 0, count: 1 },
    { label: 2, takenFor: 10, count: 1 },
    { label: 10, takenFor: 2, count: 1 },
  ]);
  expect(confusions([3, 4], [3, 4])).toEqual([]);
});

it("adds up to the misses, whatever the order of the samples", () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.array(pair), (samples) => {
      const found = confusions(...columns(samples));
      const misses = samples.filter(([label, guess]) => label !== guess).length;
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(misses);
      expect(confusions(...columns(shuffled(samples, seededRandom(1))))).toEqual(found);
    }),
    { seed: 20240526 },
  );
});

it("refuses lists of different lengths", () => {
  expect(() => confusions([1], [])).toThrow("0 of 1");
});

function columns(samples: readonly (readonly [number, number])[]): [number[], number[]] {
  return [samples.map(([label]) => label), samples.map(([, guess]) => guess)];
}
