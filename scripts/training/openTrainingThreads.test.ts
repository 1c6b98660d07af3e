import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { seededRandom } from "../../src/shared/random.ts";
import { fitLogisticRegression } from "../../src/training/fitLogisticRegression.ts";
import { labelledSamples, type LabelledSamples } from "../../src/training/labelledSamples.ts";
import { multinomialObjective } from "../../src/training/multinomialObjective.ts";
import { openTrainingThreads } from "./openTrainingThreads.ts";

const threads = await openTrainingThreads(2);
afterAll(() => threads.close());

describe("the objective of openTrainingThreads", () => {
  it("agrees with a case worked by hand", () => {
    // One sample x = 2 of class 1; W = [0, ½], b = [0, ln 3 − 1]: logits 0 and ln 3.
    const objective = threads.objective(labelledSamples([[2]], [1], 2), 10);
    const gradient = new Float64Array(4);
    const value = objective(Float64Array.of(0, 0.5, 0, Math.log(3) - 1), gradient);
    expect(value).toBeCloseTo(-10 * Math.log(0.75) + 0.125, 12);
    // By the logits: 10 · (¼, ¾ − 1).
    expectClose(gradient, Float64Array.of(2.5 * 2, -2.5 * 2 + 0.5, 2.5, -2.5));
  });

  it("stays finite where a plain exp overflows", () => {
    const objective = threads.objective(labelledSamples([[1]], [1], 2), 1);
    const gradient = new Float64Array(4);
    expect(objective(Float64Array.of(0, 0, 2000, 0), gradient)).toBeCloseTo(2000, 9);
    expectClose(gradient, Float64Array.of(1, -1, 1, -1));
  });

  it("agrees with the plain one for every shape, in one memory", () => {
    const shape = fc.record({
      count: fc.integer({ min: 1, max: 300 }),
      inputLength: fc.integer({ min: 1, max: 19 }),
      classCount: fc.integer({ min: 1, max: 9 }),
      seed: fc.integer(),
      isWeighted: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ count, inputLength, classCount, seed, isWeighted }) => {
        const random = seededRandom(seed);
        const plain = randomSamples(count, inputLength, classCount, seed);
        const sampleWeights = Float64Array.from({ length: count }, () => 0.5 + random());
        expectSame(isWeighted ? { ...plain, sampleWeights } : plain, random);
      }),
      { seed: 20240510 },
    );
  });

  it("agrees with the plain one where a panel holds fewer samples, and a chunk several panels", () => {
    expectSame(randomSamples(900, 9, 2500, 7), seededRandom(8));
    expectSame(randomSamples(2500, 9, 3, 7), seededRandom(8));
  });

  it("is the same to the last bit on any number of threads", async () => {
    const samples = randomSamples(3000, 20, 12, 3);
    const fits = [];
    for (const count of [1, 2, 5]) {
      const some = await openTrainingThreads(count);
      fits.push(fitLogisticRegression(samples, { c: 3, objective: some.objective }));
      await some.close();
    }
    expect(fits[0]).toMatchObject({ ok: true });
    expect(fits[1]).toEqual(fits[0]);
    expect(fits[2]).toEqual(fits[0]);
  });

  it("leads to the optimum of the plain one", () => {
    const samples = randomSamples(400, 10, 6, 5);
    const [found, expected] = [threads.objective, multinomialObjective].map((objective) => {
      const fit = fitLogisticRegression(samples, { c: 10, objective });
      if (!fit.ok) throw new Error(fit.error.kind);
      return fit.value;
    });
    expect(Math.abs(found!.objective / expected!.objective - 1)).toBeLessThan(1e-12);
    for (const [i, weight] of found!.weights.entries())
      expect(weight).toBeCloseTo(expected!.weights[i]!, 5);
  });

  it("is not a number where the point is not", () => {
    const objective = threads.objective(labelledSamples([[2], [1]], [1, 0], 2), 10);
    expect(objective(Float64Array.of(0, NaN, 0, 0), new Float64Array(4))).toBeNaN();
  });

  it("refuses what its memory cannot hold", () => {
    const samples = { ...labelledSamples([new Float64Array(128)], [0], 1), classCount: 2 ** 22 };
    expect(() => threads.objective(samples, 1)).toThrow("GB");
  });
});

function expectSame(samples: LabelledSamples, random: () => number): void {
  const length = samples.classCount * (samples.inputLength + 1);
  const point = Float64Array.from({ length }, () => 4 * random() - 2);
  const [found, expected] = [new Float64Array(length), new Float64Array(length)];
  for (const prior of [undefined, Float64Array.from({ length }, () => 4 * random() - 2)]) {
    const value = threads.objective(samples, 3, prior)(point, found);
    const expectedValue = multinomialObjective(samples, 3, prior)(point, expected);
    expect(Math.abs(value - expectedValue)).toBeLessThan(1e-12 * Math.max(1, expectedValue));
    expectClose(found, expected);
  }
}

function expectClose(found: Float64Array, expected: Float64Array): void {
  expect(found).toHaveLength(expected.length);
  const worst = found.reduce((most, part, i) => Math.max(most, Math.abs(part - expected[i]!)), 0);
  expect(worst).toBeLessThan(1e-10);
}

function randomSamples(
  count: number,
  inputLength: number,
  classCount: number,
  seed: number,
): LabelledSamples {
  const random = seededRandom(seed);
  const labels = Array.from({ length: count }, (_, i) => i % classCount);
  const vectors = labels.map((label) =>
    Array.from({ length: inputLength }, (_, i) => random() + (i === label ? 0.5 : 0)),
  );
  return labelledSamples(vectors, labels, classCount);
}
