import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  acceptedAt,
  auroc,
  equalErrorRate,
  tenFoldVerification,
  type VerifiedPair,
} from "./verification.ts";

const distances = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 });

describe("equalErrorRate", () => {
  it("agrees with cases worked by hand", () => {
    // At 3 one of four is accepted wrongly and one refused wrongly.
    expect(equalErrorRate([1, 2, 3, 5], [3, 6, 7, 8])).toBeCloseTo(0.25, 12);
    // Rates (accepted, refused): at 1 (0, ½), at 2 (½, ½).
    expect(equalErrorRate([1, 3], [2, 4])).toBeCloseTo(0.5, 12);
    // From (0, ⅓) at 2 to (½, ⅓) at 3: they meet at ⅓.
    expect(equalErrorRate([1, 2, 4], [3, 5])).toBeCloseTo(1 / 3, 12);
  });

  it("is 0 for kinds apart, 1 for kinds swapped, ½ where all are tied", () => {
    expect(equalErrorRate([1, 2], [3, 4])).toBe(0);
    expect(equalErrorRate([3, 4], [1, 2])).toBe(1);
    expect(equalErrorRate([2], [0, 0, 0, 0, 0, 0, 1])).toBe(1);
    expect(equalErrorRate([1, 1, 1], [1, 1])).toBeCloseTo(0.5, 12);
  });

  it("stays in [0, 1] and depends on the order of distances only", () => {
    fc.assert(
      fc.property(distances, distances, (genuine, impostor) => {
        const rate = equalErrorRate(genuine, impostor);
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
        const stretched = (values: number[]) => values.map((value) => value ** 3 + 1);
        expect(equalErrorRate(stretched(genuine), stretched(impostor))).toBeCloseTo(rate, 12);
      }),
      { seed: 20240515 },
    );
  });

  it("refuses one kind of pair alone", () => {
    expect(() => equalErrorRate([], [1])).toThrow("no values");
    expect(() => equalErrorRate([1], [])).toThrow("no values");
  });
});

describe("acceptedAt", () => {
  it("agrees with a case worked by hand", () => {
    const impostor = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
    expect(acceptedAt([1, 4.5, 5, 20], impostor, 0.1)).toBe(0.5);
    expect(acceptedAt([1, 4.5, 5, 20], impostor, 0)).toBe(0.25);
    expect(acceptedAt([1, 4.5, 5, 20], impostor, 1)).toBe(1);
  });

  it("accepts tied impostors together or not at all", () => {
    expect(acceptedAt([3, 4, 5], [4, 4, 9, 9], 0.25)).toBeCloseTo(1 / 3, 12);
  });

  it("counts the allowed impostors without an error of rounding", () => {
    // 0.29 · 100 is 28.999999999999996.
    const impostor = Array.from({ length: 100 }, (_, i) => i);
    expect(acceptedAt([28], impostor, 0.29)).toBe(1);
  });

  it("grows with the rate", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(distances, distances, rate, rate, (genuine, impostor, a, b) => {
        const low = acceptedAt(genuine, impostor, Math.min(a, b));
        expect(low).toBeLessThanOrEqual(acceptedAt(genuine, impostor, Math.max(a, b)));
      }),
      { seed: 20240516 },
    );
  });

  it("refuses empty lists and a rate beyond 1", () => {
    expect(() => acceptedAt([], [1], 0.1)).toThrow("no values");
    expect(() => acceptedAt([1], [1], 2)).toThrow("share is 2");
  });
});

describe("auroc", () => {
  it("counts ties half", () => {
    expect(auroc([2, 3], [1, 2])).toBeCloseTo(3.5 / 4, 12);
    expect(auroc([1, 1], [1])).toBe(0.5);
  });

  it("equals the share of ordered pairs, and swaps with its arguments", () => {
    fc.assert(
      fc.property(distances, distances, (positive, negative) => {
        const wins = positive.flatMap((p) =>
          negative.map((n) => (p > n ? 1 : p === n ? 0.5 : 0) as number),
        );
        const counted = wins.reduce((sum, win) => sum + win, 0) / wins.length;
        expect(auroc(positive, negative)).toBeCloseTo(counted, 12);
        expect(auroc(negative, positive)).toBeCloseTo(1 - counted, 12);
      }),
      { seed: 20240517 },
    );
  });

  it("refuses one class alone", () => {
    expect(() => auroc([1], [])).toThrow("no values");
  });
});

describe("tenFoldVerification", () => {
  it("judges each fold by the threshold of the others", () => {
    const pairs = [...fold(0, [1, 2], [5, 6]), ...fold(1, [1, 3], [3.5, 7])];
    const { folds, accuracy, standardError } = tenFoldVerification(pairs);
    // Fold 0 by (3 + 3.5) / 2, right for all four; fold 1 by (2 + 5) / 2, wrong for 3.5.
    expect(folds).toEqual([
      { fold: 0, threshold: 3.25, accuracy: 1 },
      { fold: 1, threshold: 3.5, accuracy: 0.5 + 0.25 },
    ]);
    expect(accuracy).toBe(0.875);
    // Deviation √(2 · 0.125² / 1), divided by √2.
    expect(standardError).toBeCloseTo(0.125, 12);
  });

  it("does not look at the fold that it judges", () => {
    const honest = fold(0, [1, 2], [5, 6]);
    const swapped = fold(1, [5, 6], [1, 2]);
    expect(tenFoldVerification([...honest, ...swapped]).accuracy).toBeLessThan(0.5);
  });

  it("is right everywhere where the kinds are apart", () => {
    const near = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(near, { minLength: 2, maxLength: 10 }), (folds) => {
        // Both ends of the gap stand in each fold, so every threshold is 10.5.
        const pairs = folds.flatMap((values, i) =>
          fold(i, [...values, 10], [11, ...values.map((value) => value + 11)]),
        );
        expect(tenFoldVerification(pairs)).toMatchObject({ accuracy: 1, standardError: 0 });
      }),
      { seed: 20240518 },
    );
  });

  it("refuses a single fold, and folds of one kind only", () => {
    expect(() => tenFoldVerification(fold(0, [1], [2]))).toThrow("1 folds");
    expect(() => tenFoldVerification([...fold(0, [1], []), ...fold(1, [1], [2])])).toThrow(
      "no values",
    );
  });
});

function fold(id: number, same: readonly number[], different: readonly number[]): VerifiedPair[] {
  return [
    ...same.map((distance) => ({ distance, same: true, fold: id })),
    ...different.map((distance) => ({ distance, same: false, fold: id })),
  ];
}
