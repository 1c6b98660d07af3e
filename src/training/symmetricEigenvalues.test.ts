import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { symmetricEigenvalues } from "./symmetricEigenvalues.ts";

describe("symmetricEigenvalues", () => {
  it("agrees with matrices worked by hand", () => {
    expectClose(symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2), [3, 1]);
    // x³ − 6x² + 10x − 4 = (x − 2)(x² − 4x + 2).
    const chain = Float64Array.of(2, 1, 0, 1, 2, 1, 0, 1, 2);
    expectClose(symmetricEigenvalues(chain, 3), [2 + Math.SQRT2, 2, 2 - Math.SQRT2]);
    expectClose(symmetricEigenvalues(Float64Array.of(0, 1, 1, 0), 2), [1, -1]);
  });

  it("takes what is diagonal already, and zeros", () => {
    expect([...symmetricEigenvalues(Float64Array.of(1, 0, 0, 5), 2)]).toEqual([5, 1]);
    expect([...symmetricEigenvalues(new Float64Array(9), 3)]).toEqual([0, 0, 0]);
  });

  it("finds the single direction of a matrix of rank 1, however small it is", () => {
    const vector = [1, -2, 3, 0.5].map((x) => x * 1e-9);
    const matrix = Float64Array.from(vector.flatMap((x) => vector.map((y) => x * y)));
    const [first, ...rest] = symmetricEigenvalues(matrix, 4);
    expect(first! * 1e18).toBeCloseTo(14.25, 10);
    for (const value of rest) expect(Math.abs(value * 1e18)).toBeLessThan(1e-12);
  });

  it("keeps trace and Frobenius norm of random matrices", () => {
    const random = seededRandom(9);
    for (const size of [5, 20, 60]) {
      const matrix = new Float64Array(size * size);
      for (let i = 0; i < size; i++)
        for (let j = 0; j <= i; j++) matrix[i * size + j] = matrix[j * size + i] = random() * 2 - 1;
      const values = symmetricEigenvalues(matrix, size);
      const trace = Array.from({ length: size }, (_, i) => matrix[i * size + i]!);
      expect(sum(values)).toBeCloseTo(sum(trace), 10);
      expect(sum(values.map((x) => x * x))).toBeCloseTo(sum(matrix.map((x) => x * x)), 9);
      expect([...values]).toEqual([...values].toSorted((a, b) => b - a));
    }
  });

  it("refuses what is not square, not symmetric or not finite", () => {
    expect(() => symmetricEigenvalues(new Float64Array(3), 2)).toThrow("3 values");
    expect(() => symmetricEigenvalues(Float64Array.of(1, 2, 3, 4), 2)).toThrow("symmetric");
    expect(() => symmetricEigenvalues(Float64Array.of(1, NaN, NaN, 4), 2)).toThrow("finite");
  });
});

function expectClose(found: Float64Array, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 12);
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}
