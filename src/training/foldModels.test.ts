import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { crossValidate } from "./crossValidate.ts";
import type { LogisticFit } from "./fitLogisticRegression.ts";
import { fitFoldModels, outOfFoldOutcomes } from "./foldModels.ts";
import { predictedLabels } from "./identificationScores.ts";
import { labelledSamples } from "./labelledSamples.ts";

const OPTIONS = { c: 2, gradientTolerance: 1e-8 };

describe("fitFoldModels", () => {
  it("fits the very models of the cross-validation", () => {
    const { samples, folds } = clouds();
    const models = fitted();
    const logits = crossValidate(samples, folds, OPTIONS);
    if (!logits.ok) throw new Error(JSON.stringify(logits.error));
    const { predicted } = outOfFoldOutcomes(samples, folds, models, 1);
    expect([...predicted]).toEqual([...predictedLabels(logits.value, folds.length)]);
  });

  it("says which fold could not be fitted", () => {
    const samples = labelledSamples([[0], [1], [2], [3]], [0, 0, 0, 1], 2);
    const failed = fitFoldModels(samples, Int32Array.of(0, 0, 1, 1), OPTIONS);
    expect(failed).toMatchObject({ ok: false, error: { kind: "foldFailed", fold: 1 } });
  });

  it("refuses an empty fold", () => {
    const samples = labelledSamples([[0], [1], [2], [3]], [0, 1, 0, 1], 2);
    expect(() => fitFoldModels(samples, Int32Array.of(0, 0, 2, 2), OPTIONS)).toThrow("1 is empty");
  });
});

describe("outOfFoldOutcomes", () => {
  it("asks each sample's own model, worked by hand", () => {
    // Logits of input x: model 0 gives [x, 0, −x], model 1 [−x, 0, x]; in units of ln 2 and at temperature ½.
    const half = Math.LN2 / 2;
    const models = [model([1, 0, -1]), model([-1, 0, 1])];
    const samples = labelledSamples([[half], [half], [0]], [0, 1, 1], 3);
    const found = outOfFoldOutcomes(samples, Int32Array.of(0, 1, 1), models, 0.5);
    // Odds 2 : 1 : ½, then ½ : 1 : 2, then 1 : 1 : 1.
    expect([...found.predicted]).toEqual([0, 2, 0]);
    expectClose(found.confidences, [4 / 7, 4 / 7, 1 / 3]);
    expectClose(found.ownProbabilities, [4 / 7, 2 / 7, 1 / 3]);
    expect([...found.ownRanks]).toEqual([0, 1, 1]);
  });

  it("refuses a fold without a model", () => {
    const samples = labelledSamples([[1]], [0], 3);
    expect(() => outOfFoldOutcomes(samples, Int32Array.of(1), [model([0, 0, 0])], 1)).toThrow(
      "no model for fold 1",
    );
  });
});

function fitted(): readonly LogisticFit[] {
  const { samples, folds } = clouds();
  const models = fitFoldModels(samples, folds, OPTIONS);
  if (!models.ok) throw new Error(JSON.stringify(models.error));
  return models.value;
}

/** Three overlapping clouds in the plane, thirty samples in three folds. */
function clouds() {
  const random = seededRandom(3);
  const labels = Array.from({ length: 30 }, (_, i) => i % 3);
  const inputs = labels.map((label) => [label + random() * 1.5, (label % 2) + random() * 1.5]);
  return {
    samples: labelledSamples(inputs, labels, 3),
    folds: Int32Array.from(labels, (_, i) => Math.floor(i / 3) % 3),
  };
}

function model(weights: readonly number[]): LogisticFit {
  return {
    classCount: weights.length,
    inputLength: 1,
    weights: Float64Array.from(weights),
    biases: new Float64Array(weights.length),
    objective: 0,
    gradientMax: 0,
    iterations: 0,
    evaluations: 0,
  };
}

function expectClose(found: Float64Array, expected: readonly number[]): void {
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 12);
}
