import fc from "fast-check";
import { expect, it } from "vitest";

import { classProbabilities, type LinearClassifier } from "./logisticRegression.ts";
import { restrictClassifier } from "./restrictClassifier.ts";

/** Logits of (1, 0): log 1, log 2, log 5. */
const THREE: LinearClassifier = {
  classCount: 3,
  inputLength: 2,
  weights: Float32Array.of(Math.log(1), 9, Math.log(2), 9, Math.log(5), 9),
  biases: new Float32Array(3),
  temperature: 1,
};

it("renormalises what is left, worked by hand", () => {
  const [third, first] = classProbabilities(
    restrictClassifier(THREE, [2, 0]),
    Float32Array.of(1, 0),
  );
  expect(third).toBeCloseTo(5 / 6, 6);
  expect(first).toBeCloseTo(1 / 6, 6);
});

it("does not lose people whom the whole gives a share of nothing", () => {
  const classifier = { ...THREE, biases: Float32Array.of(0, 0, 5000) };
  const left = classProbabilities(restrictClassifier(classifier, [0, 1]), Float32Array.of(1, 0));
  expect(left[1]).toBeCloseTo(2 / 3, 6);
});

it("keeps the ratios of all", () => {
  const value = fc.float({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), (biases) => {
      const weights = new Float32Array(8);
      const all = { ...THREE, classCount: 4, weights, biases: Float32Array.from(biases) };
      const whole = classProbabilities(all, Float32Array.of(0, 0));
      const part = classProbabilities(restrictClassifier(all, [1, 3]), Float32Array.of(0, 0));
      expect(part[0]! / part[1]!).toBeCloseTo(whole[1]! / whole[3]!, 3);
    }),
    { seed: 20241128 },
  );
});

it("refuses a row that is not there, and nobody", () => {
  expect(() => restrictClassifier(THREE, [3])).toThrow("no row 3");
  expect(() => restrictClassifier(THREE, [])).toThrow("somebody stays");
});
