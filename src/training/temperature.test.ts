import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { logLoss } from "./identificationScores.ts";
import { fitTemperature, rowProbabilities, TEMPERATURE_RANGE } from "./temperature.ts";

describe("fitTemperature", () => {
  it("agrees with a case worked by hand", () => {
    // Logit 4 is right three times of four: log odds 4 / T must be ln 3.
    const logits = Float64Array.of(4, 0, 4, 0, 4, 0, 4, 0);
    expect(fitTemperature(logits, [0, 0, 0, 1])).toBeCloseTo(4 / Math.log(3), 10);
  });

  it("ends at its range where every sample is right, or the logits say nothing good", () => {
    const logits = Float64Array.of(1, 0, 0, 1);
    expect(fitTemperature(logits, [0, 1])).toBeCloseTo(TEMPERATURE_RANGE.lowest, 9);
    expect(fitTemperature(logits, [1, 0])).toBeCloseTo(TEMPERATURE_RANGE.highest, 6);
  });

  it("is never worse than any temperature nearby", () => {
    const logit = fc.double({ min: -20, max: 20, noNaN: true });
    const sample = fc.tuple(logit, logit, logit, fc.nat(2));
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (samples) => {
        const logits = Float64Array.from(samples.flatMap(([a, b, c]) => [a, b, c]));
        const labels = samples.map(([, , , label]) => label);
        const loss = (temperature: number) => meanLoss(logits, labels, temperature);
        const found = fitTemperature(logits, labels);
        for (const factor of [0.9, 0.999, 1.001, 1.1]) {
          const other = found * factor;
          if (other >= TEMPERATURE_RANGE.lowest && other <= TEMPERATURE_RANGE.highest)
            expect(loss(found)).toBeLessThanOrEqual(loss(other) + 1e-9);
        }
      }),
      { seed: 20240512 },
    );
  });

  it("refuses no samples", () => {
    expect(() => fitTemperature(new Float64Array(), [])).toThrow("no samples");
  });
});

describe("rowProbabilities", () => {
  it("is the softmax of each row, and survives large logits", () => {
    const found = rowProbabilities(Float64Array.of(0, 2 * Math.log(3), 5000, 0), 2, 2);
    expect(found[1]).toBeCloseTo(0.75, 12);
    expect([...found.subarray(2)]).toEqual([1, 0]);
    expect(logLoss(found, [1, 0])).toBeCloseTo(-Math.log(0.75) / 2, 12);
  });

  it("refuses a temperature of 0", () => {
    expect(() => rowProbabilities(Float64Array.of(1, 2), 2, 0)).toThrow("temperature");
  });
});

/** Not `logLoss`, whose floor would hide the very large losses. */
function meanLoss(logits: Float64Array, labels: readonly number[], temperature: number): number {
  let sum = 0;
  for (const [s, label] of labels.entries()) {
    const row = Array.from(logits.subarray(3 * s, 3 * s + 3), (logit) => logit / temperature);
    const largest = Math.max(...row);
    const total = row.reduce((all, logit) => all + Math.exp(logit - largest), 0);
    sum += largest + Math.log(total) - row[label]!;
  }
  return sum / labels.length;
}
