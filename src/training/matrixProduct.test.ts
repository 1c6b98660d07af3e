import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { addProduct } from "./matrixProduct.ts";

describe("addProduct", () => {
  it("agrees with a case worked by hand, and adds to what is there", () => {
    const out = Float64Array.of(100, 200);
    addProduct(out, Float64Array.of(1, 2), Float64Array.of(3, 4, 5, 6), {
      rows: 1,
      cols: 2,
      depth: 2,
    });
    expect([...out]).toEqual([111, 217]);
  });

  it("covers the edges that no tile reaches, for every shape", () => {
    const side = fc.integer({ min: 1, max: 11 });
    fc.assert(
      fc.property(side, side, side, fc.integer(), (rows, cols, depth, seed) => {
        const random = seededRandom(seed);
        const [a, b] = [rows, cols].map((n) => Float64Array.from({ length: n * depth }, random));
        const out = new Float64Array(rows * cols);
        addProduct(out, a!, b!, { rows, cols, depth });
        for (const [at, value] of out.entries()) {
          const [i, j] = [Math.floor(at / cols), at % cols];
          let sum = 0;
          for (let p = 0; p < depth; p++) sum += a![i * depth + p]! * b![j * depth + p]!;
          expect(value).toBeCloseTo(sum, 12);
        }
      }),
      { seed: 20240507 },
    );
  });
});
