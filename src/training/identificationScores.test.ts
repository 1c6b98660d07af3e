import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  expectedCalibrationError,
  logLoss,
  macroF1,
  predictedLabels,
  topKAccuracy,
} from "./identificationScores.ts";

describe("logLoss", () => {
  it("agrees with a case worked by hand", () => {
    const loss = logLoss(Float64Array.of(0.5, 0.5, 0.25, 0.75), [0, 0]);
    expect(loss).toBeCloseTo(1.5 * Math.log(2), 12);
  });

  it("stays finite for an answer that was called impossible", () => {
    expect(logLoss(Float64Array.of(0, 1), [0])).toBeCloseTo(52 * Math.log(2), 9);
  });
});

describe("expectedCalibrationError", () => {
  it("agrees with a case worked by hand", () => {
    // At 0.9 one of two is right, at 0.6 both: (2·|0.9 − 0.5| + 2·|0.6 − 1|) / 4.
    const probabilities = Float64Array.of(0.9, 0.1, 0.9, 0.1, 0.4, 0.6, 0.4, 0.6);
    expect(expectedCalibrationError(probabilities, [0, 1, 1, 1])).toBeCloseTo(0.4, 12);
  });

  it("has a bin for certainty", () => {
    expect(expectedCalibrationError(Float64Array.of(1, 0), [0])).toBe(0);
    expect(expectedCalibrationError(Float64Array.of(1, 0), [1])).toBe(1);
  });

  it("is in [0, 1], and with one bin the plain difference of means", () => {
    const sample = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1));
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1 }), (samples) => {
        const rows = Float64Array.from(samples.flatMap(([p]) => [p, 1 - p]));
        const labels = samples.map(([, label]) => label);
        const error = expectedCalibrationError(rows, labels);
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
        const confidence =
          samples.reduce((sum, [p]) => sum + Math.max(p, 1 - p), 0) / samples.length;
        const plain = Math.abs(confidence - topKAccuracy(rows, labels, 1));
        expect(expectedCalibrationError(rows, labels, 1)).toBeCloseTo(plain, 9);
        expect(error).toBeGreaterThanOrEqual(plain - 1e-9);
      }),
      { seed: 20240513 },
    );
  });
});

describe("topKAccuracy and predictedLabels", () => {
  const scores = Float64Array.of(3, 2, 1, 1, 5, 1);

  it("agree with a case worked by hand", () => {
    expect([...predictedLabels(scores, 2)]).toEqual([0, 1]);
    expect(topKAccuracy(scores, [1, 2], 1)).toBe(0);
    expect(topKAccuracy(scores, [1, 2], 2)).toBe(0.5);
    expect(topKAccuracy(scores, [1, 2], 3)).toBe(1);
  });

  it("give ties to the lower class, both alike", () => {
    const tied = Float64Array.of(1, 1, 1);
    expect([...predictedLabels(tied, 1)]).toEqual([0]);
    expect([0, 1, 2].map((label) => topKAccuracy(tied, [label], 1))).toEqual([1, 0, 0]);
    expect(topKAccuracy(tied, [1], 2)).toBe(1);
  });

  it("grows with k up to 1, and starts at the share of hits", () => {
    const score = fc.integer({ min: 0, max: 4 });
    const row = fc.tuple(score, score, score, fc.nat(2));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const all = Float64Array.from(rows.flatMap(([a, b, c]) => [a, b, c]));
        const labels = rows.map(([, , , label]) => label);
        const [one, two, three] = [1, 2, 3].map((k) => topKAccuracy(all, labels, k));
        const predicted = predictedLabels(all, rows.length);
        const hits = labels.filter((label, i) => label === predicted[i]).length;
        expect(one).toBe(hits / rows.length);
        expect(two).toBeGreaterThanOrEqual(one!);
        expect(three).toBe(1);
      }),
      { seed: 20240514 },
    );
  });

  it("refuse what does not fit together", () => {
    expect(() => topKAccuracy(scores, [1, 2], 0)).toThrow("k is 0");
    expect(() => topKAccuracy(scores, [1, 3], 1)).toThrow("label 3 of sample 1");
    expect(() => topKAccuracy(scores, [0, 0, 0, 0], 1)).toThrow("6 scores of 4 samples");
    expect(() => logLoss(new Float64Array(), [])).toThrow("no samples");
  });
});

describe("macroF1", () => {
  it("agrees with a case worked by hand", () => {
    // Class 0: precision 1, recall ½; class 1: precision ½, recall 1; class 2: never, yet predicted.
    expect(macroF1([0, 0, 1], [0, 2, 1])).toBeCloseTo((2 / 3 + 1 + 0) / 3, 12);
  });

  it("weighs a rare class like a common one", () => {
    expect(macroF1([0, 0, 0, 0, 1], [0, 0, 0, 0, 0])).toBeCloseTo((8 / 9 + 0) / 2, 12);
  });

  it("refuses no samples", () => {
    expect(() => macroF1([], [])).toThrow("no samples");
  });
});
