import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { evenedBiases } from "./evenedBiases.ts";
import { fitLogits, type LogisticFit } from "./fitLogisticRegression.ts";

const PHOTOS = 600;

describe("evenedBiases", () => {
  it("takes from a hub what it has too much, and leaves the others what they have", () => {
    // Logits x, 0.3 and −x of x in [−1, 1): about a third, a half … the middle one is a hub.
    const fit = model([1, 0, -1], [0, 0.5, 0]);
    const strangers = line();
    const before = shares(fit, strangers.inputs);
    expect(before[1]).toBeGreaterThan(0.45);
    const biases = evenedBiases(fit, strangers, 0.4);
    const after = shares({ ...fit, biases }, strangers.inputs);
    expect(after[1]).toBeLessThan(0.42);
    expect([biases[0], biases[2]]).toEqual([0, 0]);
    expect(biases[1]).toBeLessThan(0.5);
  });

  it("changes nothing where nobody comes up too often", () => {
    const fit = model([1, 0, -1], [0, 0.3, 0]);
    expect([...evenedBiases(fit, line(), 0.5)]).toEqual([0, 0.3, 0]);
  });

  it("weighs photos as it is told", () => {
    // Two photos: the first is nearly all that counts, so its name must be shared.
    const fit = model([1, 0], [0, 0]);
    const inputs = Float64Array.of(1, -1);
    const heavy = evenedBiases(fit, { inputs, weights: Float64Array.of(0.9, 0.1) }, 0.6);
    expect(heavy[0]).toBeLessThan(-0.9);
    const equal = evenedBiases(fit, { inputs, weights: Float64Array.of(0.5, 0.5) }, 0.6);
    expect([...equal]).toEqual([0, 0]);
  });

  it("leaves logits that are all the same, and refuses a limit that cannot be kept", () => {
    const fit = model([0, 0, 0], [0, 0, 0]);
    expect([...evenedBiases(fit, line(), 0.4)]).toEqual([0, 0, 0]);
    expect(() => evenedBiases(fit, line(), 1 / 3)).toThrow("cannot take everybody");
  });
});

/** Photos at random places in [−1, 1). */
function line() {
  const random = seededRandom(5);
  return {
    inputs: Float64Array.from({ length: PHOTOS }, () => 2 * random() - 1),
    weights: new Float64Array(PHOTOS).fill(1 / PHOTOS),
  };
}

function shares(fit: LogisticFit, inputs: Float64Array): readonly number[] {
  const logits = fitLogits(fit, inputs);
  const counts = new Array<number>(fit.classCount).fill(0);
  for (let s = 0; s < inputs.length; s++) {
    const row = [...logits.subarray(s * fit.classCount, (s + 1) * fit.classCount)];
    counts[row.indexOf(Math.max(...row))]!++;
  }
  return counts.map((count) => count / inputs.length);
}

function model(weights: readonly number[], biases: readonly number[]): LogisticFit {
  return {
    classCount: weights.length,
    inputLength: 1,
    weights: Float64Array.from(weights),
    biases: Float64Array.from(biases),
    objective: 0,
    gradientMax: 0,
    iterations: 0,
    evaluations: 0,
  };
}
