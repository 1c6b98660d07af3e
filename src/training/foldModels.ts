import { assert } from "../shared/assert.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { CrossValidationError } from "./crossValidate.ts";
import {
  type FitterOptions,
  fitLogisticRegression,
  fitLogits,
  type LogisticFit,
} from "./fitLogisticRegression.ts";
import { type LabelledSamples, selectSamples } from "./labelledSamples.ts";
import { rowProbabilities } from "./temperature.ts";

/** What a model that did not see them says of samples. Everything here has shape [sampleCount]. */
export interface Outcomes {
  readonly labels: Int32Array;
  /** The most probable class. */
  readonly predicted: Int32Array;
  /** Its probability, in [0, 1]. */
  readonly confidences: Float64Array;
  /** Probability of the label, in [0, 1]. */
  readonly ownProbabilities: Float64Array;
  /** How many classes are more probable than the label; of equally probable ones the lower class goes first. */
  readonly ownRanks: Int32Array;
}

/**
 * The models that `crossValidate` fits and forgets: model k has seen every
 * sample but those of fold k.
 *
 * @param folds fold of each sample, 0 to the number of folds − 1, none of them empty
 */
export function fitFoldModels(
  samples: LabelledSamples,
  folds: Int32Array,
  options: FitterOptions,
): Result<readonly LogisticFit[], CrossValidationError> {
  assert(folds.length === samples.labels.length, `${folds.length} folds`);
  const { fit: fitter = fitLogisticRegression, ...fitOptions } = options;
  const foldCount = folds.reduce((most, fold) => Math.max(most, fold + 1), 0);
  const models: LogisticFit[] = [];
  for (let fold = 0; fold < foldCount; fold++) {
    const others = Array.from(folds.keys()).filter((i) => folds[i] !== fold);
    assert(others.length < folds.length, `fold ${fold} is empty`);
    const fit = fitter(selectSamples(samples, others), fitOptions);
    if (!fit.ok) return fail({ kind: "foldFailed", fold, cause: fit.error });
    models.push(fit.value);
  }
  return ok(models);
}

/**
 * Each sample judged by the model that did not see it. Sample after sample:
 * the table of all probabilities would be 4 GB for 100,000 samples of 5,000
 * classes.
 *
 * @param temperature logits are divided by it
 */
export function outOfFoldOutcomes(
  { inputs, inputLength, labels }: LabelledSamples,
  folds: Int32Array,
  models: readonly LogisticFit[],
  temperature: number,
): Outcomes {
  const count = labels.length;
  const outcomes = {
    labels,
    predicted: new Int32Array(count),
    confidences: new Float64Array(count),
    ownProbabilities: new Float64Array(count),
    ownRanks: new Int32Array(count),
  };
  for (let s = 0; s < count; s++) {
    const input = inputs.subarray(s * inputLength, (s + 1) * inputLength);
    const model = models[folds[s]!];
    assert(model, `no model for fold ${folds[s]!}`);
    const probabilities = rowProbabilities(fitLogits(model, input), model.classCount, temperature);
    const label = labels[s]!;
    const own = probabilities[label]!;
    let [best, rank] = [0, 0];
    for (const [k, probability] of probabilities.entries()) {
      if (probability > probabilities[best]!) best = k;
      if (probability > own || (probability === own && k < label)) rank++;
    }
    outcomes.predicted[s] = best;
    outcomes.confidences[s] = probabilities[best]!;
    outcomes.ownProbabilities[s] = own;
    outcomes.ownRanks[s] = rank;
  }
  return outcomes;
}
