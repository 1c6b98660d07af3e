import { assert } from "../shared/assert.ts";

/** The original project's four figures. The last three treat class ids as numbers. */
export interface ClassIdMetrics {
  /** Over all classes together, where every sample has one label, this is the share of hits. */
  readonly microF1: number;
  readonly mse: number;
  readonly mae: number;
  readonly mape: number;
}

/** Stands in for a true id of 0, by which nothing can be divided: 2⁻⁵², as in scikit-learn. */
const SMALLEST_DIVISOR = Number.EPSILON;

/**
 * Micro-averaged F1, mean squared, mean absolute and mean absolute percentage
 * error (a fraction) of predicted class ids.
 *
 * The last three say nothing about faces, since ids are in no order: they are
 * here to compare with figures published elsewhere.
 *
 * @throws where there are no ids or the two lists differ in length
 *
 * Source: scikit-learn, f1_score(average="micro"), mean_squared_error,
 * mean_absolute_error, mean_absolute_percentage_error.
 */
export function classIdMetrics(
  trueIds: ArrayLike<number>,
  predictedIds: ArrayLike<number>,
): ClassIdMetrics {
  const count = trueIds.length;
  assert(count > 0, "there are no ids");
  assert(predictedIds.length === count, `${predictedIds.length} predictions for ${count} ids`);
  let [hits, squared, absolute, relative] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const error = Math.abs(trueIds[i]! - predictedIds[i]!);
    if (error === 0) hits++;
    squared += error * error;
    absolute += error;
    relative += error / Math.max(Math.abs(trueIds[i]!), SMALLEST_DIVISOR);
  }
  return {
    microF1: hits / count,
    mse: squared / count,
    mae: absolute / count,
    mape: relative / count,
  };
}
