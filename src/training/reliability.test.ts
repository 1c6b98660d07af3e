import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { expectedCalibrationError } from "./identificationScores.ts";
import { calibrationError, reliabilityBins } from "./reliability.ts";

describe("reliabilityBins", () => {
  it("agrees with a case worked by hand", () => {
    // Two bins: (0, ½] holds 0.5 and 0.25, (½, 1] holds 0.75 and 1.
    const bins = reliabilityBins([0.5, 0.75, 1, 0.25], [true, false, true, false], 2);
    expect(bins).toEqual([
      { from: 0, to: 0.5, count: 2, confidence: 0.375, accuracy: 0.5 },
      { from: 0.5, to: 1, count: 2, confidence: 0.875, accuracy: 0.5 },
    ]);
    expect(calibrationError(bins)).toBeCloseTo(0.25, 12);
  });

  it("leaves out empty bins and keeps 0 and 1 inside", () => {
    const bins = reliabilityBins([0, 1, 1], [false, true, true]);
    expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 1 / 15, 1],
      [14 / 15, 1, 2],
    ]);
    expect(calibrationError(bins)).toBe(0);
  });

  it("adds up to the expected calibration error", () => {
    const rows = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, (samples) => {
        // Two classes: the larger of p and 1 − p, hit or missed as asked.
        const probabilities = Float64Array.from(samples.flatMap(([p]) => [p, 1 - p]));
        const best = samples.map(([p]) => (p >= 1 - p ? 0 : 1));
        const labels = samples.map(([, hit], i) => (hit ? best[i]! : 1 - best[i]!));
        const bins = reliabilityBins(
          samples.map(([p]) => Math.max(p, 1 - p)),
          samples.map(([, hit]) => hit),
        );
        expect(calibrationError(bins)).toBeCloseTo(
          expectedCalibrationError(probabilities, labels),
          12,
        );
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(samples.length);
      }),
      { seed: 20240525 },
    );
  });

  it("refuses lists of different lengths, and no samples at all", () => {
    expect(() => reliabilityBins([0.5], [])).toThrow("0 hits of 1");
    expect(() => calibrationError([])).toThrow("no samples");
  });
});
