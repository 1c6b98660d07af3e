import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { componentsFor, correlationSummary } from "./correlation.ts";

describe("correlationSummary", () => {
  it("agrees with a case worked by hand", () => {
    // The second value is twice the first, the third its opposite shuffled: r = −0.8.
    const { matrix, meanAbs, maxAbs } = correlationSummary([
      [1, 2, 4],
      [2, 4, 3],
      [3, 6, 1],
      [4, 8, 2],
    ]);
    const expected = [1, 1, -0.8, 1, 1, -0.8, -0.8, -0.8, 1];
    for (const [i, r] of expected.entries()) expect(matrix[i]).toBeCloseTo(r, 12);
    expect(meanAbs).toBeCloseTo((1 + 0.8 + 0.8) / 3, 12);
    expect(maxAbs).toBeCloseTo(1, 12);
  });

  it("counts the directions in which vectors vary", () => {
    // Two free values, the other four are made of them.
    const random = seededRandom(4);
    const vectors = Array.from({ length: 200 }, () => {
      const [x, y] = [random(), random()];
      return [x, y, x + y, x - y, 2 * x, y / 2];
    });
    expect(correlationSummary(vectors).componentsFor95).toBe(2);
  });

  it("takes a value that never varies for uncorrelated", () => {
    const { matrix, maxAbs } = correlationSummary([
      [1, 7],
      [2, 7],
    ]);
    expect([...matrix]).toEqual([1, 0, 0, 1]);
    expect(maxAbs).toBe(0);
  });

  it("does not lose a small variation on top of a large mean", () => {
    const { matrix } = correlationSummary([
      [1e6 + 1, 1e6 + 1],
      [1e6 + 2, 1e6 + 3],
      [1e6 + 3, 1e6 + 2],
    ]);
    expect(matrix[1]).toBeCloseTo(0.5, 9);
  });

  it("does not change when values are scaled and shifted", () => {
    const number = fc.integer({ min: -20, max: 20 });
    const vectors = fc.array(fc.tuple(number, number, number), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(vectors, (rows) => {
        const { matrix } = correlationSummary(rows);
        const moved = correlationSummary(rows.map(([a, b, c]) => [3 * a + 5, b / 4, c - 9])).matrix;
        for (const [i, r] of matrix.entries()) {
          expect(moved[i]).toBeCloseTo(r, 9);
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 20240529 },
    );
  });

  it("refuses a single vector, and vectors of different lengths", () => {
    expect(() => correlationSummary([[1, 2]])).toThrow("1 vectors");
    expect(() =>
      correlationSummary([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toThrow("vector 1 has 3");
  });
});

describe("componentsFor", () => {
  it("counts the largest until they hold the share", () => {
    const variances = Float64Array.of(6, 3, 1, 0);
    expect([0, 0.6, 0.61, 0.9, 0.95, 1].map((share) => componentsFor(variances, share))).toEqual([
      0, 1, 2, 2, 3, 3,
    ]);
    expect(componentsFor(new Float64Array(3), 0.95)).toBe(0);
  });
});
