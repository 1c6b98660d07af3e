import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { personDistance } from "./personDistance.ts";

describe("personDistance", () => {
  // On a line: person 0 at 0, 1, 3 and 7, person 1 at 10 and 20.
  const input = {
    descriptors: [[0], [1], [3], [7], [10], [20]],
    labels: [0, 0, 0, 0, 1, 1],
    groups: ["a", "b", "c", "d", "e", "f"],
    classCount: 2,
  };

  it("agrees with a case worked by hand", () => {
    // From 0 the others are at 1, 3 and 7.
    expect(personDistance(input, 0)(0, 0)).toBe(1);
    expect(personDistance(input, 0.5)(0, 0)).toBe(3);
    expect(personDistance(input, 0.25)(0, 0)).toBe(2);
    expect(personDistance(input, 0.5)(0, 1)).toBe(15);
  });

  it("leaves copies aside, which would make a wrong photo look at home", () => {
    const groups = ["a", "a", "c", "d", "e", "f"];
    expect(personDistance({ ...input, groups }, 0)(0, 0)).toBe(3);
  });

  it("is infinite where there are only copies", () => {
    const groups = ["a", "a", "a", "a", "e", "f"];
    expect(personDistance({ ...input, groups }, 0.5)(0, 0)).toBe(Infinity);
  });

  it("grows with the share and stays between the nearest and the farthest", () => {
    const points = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const one = {
          descriptors: values.map((value) => [value]),
          labels: values.map(() => 0),
          groups: values.map((_, i) => i),
          classCount: 1,
        };
        const found = personDistance(one, share)(0, 0);
        expect(found).toBeGreaterThanOrEqual(personDistance(one, 0)(0, 0));
        expect(found).toBeLessThanOrEqual(personDistance(one, 1)(0, 0));
      }),
      { seed: 20240525 },
    );
  });

  it("refuses lists of different length", () => {
    expect(() => personDistance({ ...input, labels: [0] }, 0)).toThrow("1 labels");
    expect(() => personDistance({ ...input, groups: ["a"] }, 0)).toThrow("1 groups");
  });
});
