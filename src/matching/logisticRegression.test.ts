import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { classProbabilities, type LinearClassifier } from "./logisticRegression.ts";

describe("classProbabilities", () => {
  it("agrees with a hand-worked two-class case", () => {
    const classifier = linear(
      [
        [1, 0],
        [0, 2],
      ],
      [0, Math.log(3)],
    );
    // Logits: 1 and 2·0.5 + ln 3, so the odds are exactly 1 : 3.
    const p = classProbabilities(classifier, Float32Array.of(1, 0.5));
    expect(p[0]).toBeCloseTo(0.25, 6);
    expect(p[1]).toBeCloseTo(0.75, 6);
  });

  it("divides the logits by the temperature", () => {
    // Odds 1 : 9 become 1 : 3 at temperature 2.
    const p = classProbabilities(linear([[0], [0]], [0, Math.log(9)], 2), Float32Array.of(1));
    expect(p[1]).toBeCloseTo(0.75, 6);
  });

  it("stays finite where a plain exp overflows", () => {
    const p = classProbabilities(linear([[1000], [-1000]], [0, 0]), Float32Array.of(1));
    expect([...p]).toEqual([1, 0]);
  });

  it("is a distribution for any finite model and input", () => {
    const value = fc.float({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 8 }),
        fc.tuple(value, value),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (rows, input, temperature) => {
          const classifier = linear(
            rows.map(([a, b]) => [a, b]),
            rows.map(([, , bias]) => bias),
            temperature,
          );
          const p = classProbabilities(classifier, Float32Array.from(input));
          expect(p.every((x) => x >= 0 && x <= 1)).toBe(true);
          expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 6);
        },
      ),
      { seed: 20240501 },
    );
  });

  it("refuses an input of another length", () => {
    expect(() => classProbabilities(linear([[1, 1]], [0]), Float32Array.of(1))).toThrow(
      "input has 1 values, the classifier takes 2",
    );
  });
});

function linear(rows: number[][], biases: number[], temperature = 1): LinearClassifier {
  return {
    classCount: rows.length,
    inputLength: rows[0]?.length ?? 0,
    weights: Float32Array.from(rows.flat()),
    biases: Float32Array.from(biases),
    temperature,
  };
}
