import { assert } from "../shared/assert.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import {
  type FitError,
  fitLogisticRegression,
  fitLogits,
  type FitterOptions,
} from "./fitLogisticRegression.ts";
import { type LabelledSamples, selectSamples } from "./labelledSamples.ts";

export interface CrossValidationError {
  readonly kind: "foldFailed";
  readonly fold: number;
  readonly cause: FitError;
}

/**
 * Logits of every sample by the model fitted to the other folds.
 *
 * @param folds fold of each sample, as `groupedStratifiedFolds` gives it. Every class
 *   needs samples in two folds, else a fit fails with `emptyClass`
 * @param onFold called after each fit with the number done and the number of all
 * @returns shape [sampleCount, classCount], row-major, not yet divided by a temperature
 */
export function crossValidate(
  samples: LabelledSamples,
  folds: Int32Array,
  options: FitterOptions,
  onFold?: (done: number, total: number) => void,
): Result<Float64Array, CrossValidationError> {
  const { labels, classCount, inputLength } = samples;
  const { fit: fitter = fitLogisticRegression, ...fitOptions } = options;
  assert(folds.length === labels.length, `${folds.length} folds for ${labels.length} samples`);
  const logits = new Float64Array(labels.length * classCount);
  const foldIds = [...new Set(folds)].sort((a, b) => a - b);
  assert(foldIds.length >= 2, "at least two folds hold samples");

  for (const [done, fold] of foldIds.entries()) {
    const indices = Array.from(labels.keys());
    const fit = fitter(
      selectSamples(
        samples,
        indices.filter((i) => folds[i] !== fold),
      ),
      fitOptions,
    );
    if (!fit.ok) return fail({ kind: "foldFailed", fold, cause: fit.error });

    for (const i of indices.filter((i) => folds[i] === fold)) {
      const input = samples.inputs.subarray(i * inputLength, (i + 1) * inputLength);
      logits.set(fitLogits(fit.value, input), i * classCount);
    }
    onFold?.(done + 1, foldIds.length);
  }
  return ok(logits);
}
