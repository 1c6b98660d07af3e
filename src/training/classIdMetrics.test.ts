import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { classIdMetrics } from "./classIdMetrics.ts";

describe("classIdMetrics", () => {
  it("agrees with a case worked by hand", () => {
    expect(classIdMetrics([1, 2, 4, 5], [1, 4, 3, 5])).toEqual({
      microF1: 0.5,
      mse: 5 / 4,
      mae: 3 / 4,
      mape: (1 + 1 / 4) / 4,
    });
  });

  it("divides by 2⁻⁵², as scikit-learn does, where the true id is 0", () => {
    expect(classIdMetrics([0, 1], [1, 1]).mape).toBe(2 ** 52 / 2);
    expect(classIdMetrics([0, 1], [0, 1]).mape).toBe(0);
  });

  it("has no error exactly where every id is hit, and mae² ≤ mse", () => {
    const ids = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1 });
    fc.assert(
      fc.property(ids, (pairs) => {
        const found = classIdMetrics(
          pairs.map(([id]) => id),
          pairs.map(([, id]) => id),
        );
        expect(found.microF1 === 1).toBe(found.mae === 0);
        expect(found.mae ** 2).toBeLessThanOrEqual(found.mse + 1e-9);
      }),
      { seed: 20240510 },
    );
  });

  it("refuses no ids and lists of different length", () => {
    expect(() => classIdMetrics([], [])).toThrow("no ids");
    expect(() => classIdMetrics([1], [1, 2])).toThrow("2 predictions for 1 ids");
  });
});
