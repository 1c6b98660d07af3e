import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { symmetricEigen } from "./symmetricEigen.ts";

describe("symmetricEigen", () => {
  it("agrees with matrices worked by hand", () => {
    expectClose(symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values, [3, 1]);
    // x³ − 6x² + 10x − 4 = (x − 2)(x² − 4x + 2).
    const chain = Float64Array.of(2, 1, 0, 1, 2, 1, 0, 1, 2);
    expectClose(symmetricEigen(chain, 3).values, [2 + Math.SQRT2, 2, 2 - Math.SQRT2]);
    expectClose(symmetricEigen(Float64Array.of(0, 1, 1, 0), 2).values, [1, -1]);
  });

  it("takes what is diagonal already, and zeros", () => {
    expect([...symmetricEigen(Float64Array.of(1, 0, 0, 5), 2).values]).toEqual([5, 1]);
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
  });

  it("finds the single direction of a matrix of rank 1, however small it is", () => {
    const vector = [1, -2, 3, 0.5].map((x) => x * 1e-9);
    const matrix = Float64Array.from(vector.flatMap((x) => vector.map((y) => x * y)));
    const [first, ...rest] = symmetricEigen(matrix, 4).values;
    expect(first! * 1e18).toBeCloseTo(14.25, 10);
    for (const value of rest) expect(Math.abs(value * 1e18)).toBeLessThan(1e-12);
  });

  it("keeps trace and Frobenius norm of random matrices", () => {
    const random = seededRandom(9);
    for (const size of [5, 20, 60]) {
      const matrix = new Float64Array(size * size);
      for (let i = 0; i < size; i++)
        for (let j = 0; j <= i; j++) matrix[i * size + j] = matrix[j * size + i] = random() * 2 - 1;
      const values = symmetricEigen(matrix, size).values;
      const trace = Array.from({ length: size }, (_, i) => matrix[i * size + i]!);
      expect(sum(values)).toBeCloseTo(sum(trace), 10);
      expect(sum(values.map((x) => x * x))).toBeCloseTo(sum(matrix.map((x) => x * x)), 9);
      expect([...values]).toEqual([...values].toSorted((a, b) => b - a));
    }
  });

  it("gives vectors that make the matrix again", () => {
    const { vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    const half = Math.SQRT1_2;
    expectClose(vectors.map(Math.abs), [half, half, half, half]);
    expect(vectors[0]! * vectors[1]!).toBeCloseTo(0.5, 12);

    const random = seededRandom(3);
    const size = 12;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) matrix[i * size + j] = matrix[j * size + i] = random() * 2 - 1;
    const found = symmetricEigen(matrix, size);
    const again = matrix.map((_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return sum(found.values.map((value, k) => value * entry(k, i) * entry(k, j)));
    });
    expectClose(again, [...matrix]);

    function entry(row: number, column: number): number {
      return found.vectors[row * size + column]!;
    }
  });

  it("refuses what is not square, not symmetric or not finite", () => {
    expect(() => symmetricEigen(new Float64Array(3), 2)).toThrow("3 values");
    expect(() => symmetricEigen(Float64Array.of(1, 2, 3, 4), 2)).toThrow("symmetric");
    expect(() => symmetricEigen(Float64Array.of(1, NaN, NaN, 4), 2)).toThrow("finite");
  });
});

function expectClose(found: Float64Array, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 12);
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}
