import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { labelledSamples } from "./labelledSamples.ts";
import { multinomialObjective } from "./multinomialObjective.ts";

describe("multinomialObjective", () => {
  it("agrees with a case worked by hand", () => {
    // One sample x = 2 of class 1; W = [0, ½], b = [0, ln 3 − 1]: logits 0 and ln 3.
    const objective = multinomialObjective(labelledSamples([[2]], [1], 2), 10);
    const gradient = new Float64Array(4);
    const value = objective(Float64Array.of(0, 0.5, 0, Math.log(3) - 1), gradient);
    expect(value).toBeCloseTo(-10 * Math.log(0.75) + 0.125, 12);
    // By the logits: 10 · (¼, ¾ − 1).
    expectClose(gradient, [2.5 * 2, -2.5 * 2 + 0.5, 2.5, -2.5]);
  });

  it("measures the penalty from a prior, the biases' too, worked by hand", () => {
    const prior = Float64Array.of(1, 0.5, 0.5, Math.log(3) - 1);
    const objective = multinomialObjective(labelledSamples([[2]], [1], 2), 10, prior);
    const gradient = new Float64Array(4);
    const value = objective(Float64Array.of(0, 0.5, 0, Math.log(3) - 1), gradient);
    // The loss of the case above; from the prior it is 1 away in one weight and ½ in one bias.
    expect(value).toBeCloseTo(-10 * Math.log(0.75) + 0.625, 12);
    expectClose(gradient, [2.5 * 2 - 1, -2.5 * 2, 2.5 - 0.5, -2.5]);
  });

  it("stays finite where a plain exp overflows", () => {
    const objective = multinomialObjective(labelledSamples([[1]], [1], 2), 1);
    const gradient = new Float64Array(4);
    expect(objective(Float64Array.of(0, 0, 2000, 0), gradient)).toBeCloseTo(2000, 9);
    expectClose(gradient, [1, -1, 1, -1]);
  });

  it.each([false, true])(
    "has the slope that finite differences show (weighted: %s)",
    (weighted) => {
      // More samples than one panel holds, and sides that no tile divides.
      const [count, inputLength, classCount] = [301, 5, 3];
      const random = seededRandom(11);
      const vectors = Array.from({ length: count }, () =>
        Array.from({ length: inputLength }, () => random() - 0.5),
      );
      const plain = labelledSamples(
        vectors,
        [...vectors.keys()].map((i) => i % 3),
        classCount,
      );
      const sampleWeights = Float64Array.from({ length: count }, () => 0.5 + random());
      const objective = multinomialObjective(weighted ? { ...plain, sampleWeights } : plain, 3);
      const point = Float64Array.from({ length: classCount * (inputLength + 1) }, () => random());
      const gradient = new Float64Array(point.length);
      objective(point, gradient);

      const unused = new Float64Array(point.length);
      const step = 1e-5;
      for (const i of point.keys()) {
        const above = objective(point.with(i, point[i]! + step), unused);
        const below = objective(point.with(i, point[i]! - step), unused);
        expect(gradient[i]).toBeCloseTo((above - below) / (2 * step), 5);
      }
    },
  );

  it("counts a sample of weight 2 like two samples", () => {
    const gradient = new Float64Array(6);
    const once = labelledSamples(
      [
        [1, 2],
        [3, 1],
      ],
      [0, 1],
      2,
    );
    const twice = labelledSamples(
      [
        [1, 2],
        [3, 1],
        [3, 1],
      ],
      [0, 1, 1],
      2,
    );
    const point = Float64Array.of(0.1, -0.3, 0.2, 0.5, 0.4, -0.1);
    const weighted = multinomialObjective({ ...once, sampleWeights: Float64Array.of(1, 2) }, 5);
    expect(weighted(point, gradient)).toBeCloseTo(
      multinomialObjective(twice, 5)(point, gradient),
      12,
    );
  });
});

function expectClose(found: Float64Array, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 9);
}
