import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";

import { classProbabilities } from "../matching/logisticRegression.ts";
import { seededRandom } from "../shared/random.ts";
import { fitLogisticRegression, fitLogits, toLinearClassifier } from "./fitLogisticRegression.ts";
import { balancedWeights, labelledSamples } from "./labelledSamples.ts";
import { multinomialObjective } from "./multinomialObjective.ts";

describe("fitLogisticRegression", () => {
  it("gives the classes' shares where the inputs say nothing", () => {
    const fit = fitted(labelledSamples([[0], [0], [0], [0]], [0, 1, 1, 1], 2), 1);
    expect(fit.biases[1]! - fit.biases[0]!).toBeCloseTo(Math.log(3), 5);
    expect([...fit.weights]).toEqual([0, 0]);
  });

  it("gives equal shares where balanced weights make up for the classes' sizes", () => {
    const samples = labelledSamples([[0], [0], [0], [0]], [0, 1, 1, 1], 2);
    const sampleWeights = balancedWeights(samples.labels, 2);
    const fit = fitted({ ...samples, sampleWeights }, 1);
    expect(fit.biases[1]! - fit.biases[0]!).toBeCloseTo(0, 5);
  });

  it("agrees with a case worked by hand", () => {
    // By symmetry W = [−w, w], b = 0; per sample p = σ(2w), so at the optimum of
    // 2C·log(1 + e^(−2w)) + w²: w = 2C·(1 − p).
    const c = 0.5;
    const w = fitted(labelledSamples([[-1], [1]], [0, 1], 2), c).weights[1]!;
    expect(w).toBeCloseTo(2 * c * (1 - 1 / (1 + Math.exp(-2 * w))), 5);
    expect(w).toBeGreaterThan(0);
  });

  it("converges on separable classes, whose weights only the penalty bounds", () => {
    const fit = fitted(labelledSamples([[-1], [-1], [1], [1]], [0, 0, 1, 1], 2), 1e4);
    expect(fit.weights.every(Number.isFinite)).toBe(true);
    expect(fit.gradientMax).toBeLessThanOrEqual(1e-6 * 1e4);
  });

  it("predicts each class as often as it occurs, for any samples", () => {
    // The gradient by the biases is zero at the optimum, and says exactly this.
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.1, max: 50, noNaN: true }), (seed, c) => {
        const random = seededRandom(seed);
        const labels = Array.from({ length: 30 }, (_, i) => (i < 3 ? i : Math.floor(3 * random())));
        const vectors = labels.map((label) => [label + random() * 3, random()]);
        const classifier = toLinearClassifier(fitted(labelledSamples(vectors, labels, 3), c), 1);
        const expected = [0, 0, 0];
        for (const vector of vectors)
          for (const [k, p] of classProbabilities(classifier, Float32Array.from(vector)).entries())
            expected[k]! += p;
        for (const [k, sum] of expected.entries())
          expect(sum).toBeCloseTo(labels.filter((label) => label === k).length, 3);
      }),
      { seed: 20240509, numRuns: 25 },
    );
  });

  it("lets another compute the objective", () => {
    const samples = labelledSamples([[-1], [2], [1]], [0, 1, 0], 2);
    const calls = vi.fn();
    const fit = fitLogisticRegression(samples, {
      c: 2,
      objective: (...given) => {
        const plain = multinomialObjective(...given);
        return (point, gradient) => {
          calls();
          return plain(point, gradient);
        };
      },
    });
    expect(fit).toEqual(fitLogisticRegression(samples, { c: 2 }));
    expect(fit.ok && fit.value.evaluations).toBe(calls.mock.calls.length);
  });

  it("stays at a prior that the samples say nothing against, and leaves it for a large C", () => {
    const samples = labelledSamples([[-1], [1]], [0, 1], 2);
    const prior = { weights: Float64Array.of(-3, 3), biases: Float64Array.of(0.5, 0.5) };
    const [near, far] = [1e-6, 100].map((c) => {
      const fit = fitLogisticRegression(samples, { c, prior });
      if (!fit.ok) throw new Error(fit.error.kind);
      return fit.value;
    });
    for (const [i, weight] of near!.weights.entries())
      expect(weight).toBeCloseTo(prior.weights[i]!, 5);
    expect([...near!.biases]).toEqual([expect.closeTo(0.5, 5), expect.closeTo(0.5, 5)]);
    expect(far!.weights[1]!).toBeGreaterThan(3.05);
    // The samples are symmetric: the biases' sum and difference are the prior's.
    expect(far!.biases[0]).toBeCloseTo(0.5, 6);
  });

  it("refuses a class without samples, and says when it did not converge", () => {
    const samples = labelledSamples([[-1], [1]], [0, 2], 3);
    expect(fitLogisticRegression(samples, { c: 1 })).toEqual({
      ok: false,
      error: { kind: "emptyClass", label: 1 },
    });
    const two = labelledSamples([[-1], [1]], [0, 1], 2);
    expect(fitLogisticRegression(two, { c: 1, maxIterations: 1 })).toMatchObject({
      ok: false,
      error: { kind: "notConverged", ended: "maxIterations" },
    });
  });

  it("throws on samples and a C that break the contract", () => {
    const samples = labelledSamples([[-1], [1]], [0, 1], 2);
    expect(() => fitLogisticRegression(samples, { c: 0 })).toThrow("C is 0");
    expect(() =>
      fitLogisticRegression({ ...samples, sampleWeights: Float64Array.of(1, 0) }, { c: 1 }),
    ).toThrow("weight");
  });
});

describe("fitLogits", () => {
  it("is W·x + b of each sample", () => {
    const fit = {
      ...fitted(
        labelledSamples(
          [
            [-1, 0],
            [1, 0],
          ],
          [0, 1],
          2,
        ),
        1,
      ),
      weights: Float64Array.of(1, 2, 3, 4),
      biases: Float64Array.of(10, 20),
    };
    expect([...fitLogits(fit, Float64Array.of(1, 1, 2, 0))]).toEqual([13, 27, 12, 26]);
  });
});

describe("labelledSamples", () => {
  it.each([
    ["vectors of different lengths", [[1], [1, 2]], [0, 1]],
    ["a label beyond the classes", [[1], [2]], [0, 2]],
    ["a label between two classes", [[1], [2]], [0, 0.5]],
    ["fewer labels than vectors", [[1], [2]], [0]],
    ["a value that is no number", [[1], [NaN]], [0, 1]],
    ["no samples", [], []],
  ])("refuses %s", (_, vectors, labels) => {
    expect(() => labelledSamples(vectors, labels, 2)).toThrow("Assertion failed");
  });
});

function fitted(samples: Parameters<typeof fitLogisticRegression>[0], c: number) {
  const result = fitLogisticRegression(samples, { c });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
