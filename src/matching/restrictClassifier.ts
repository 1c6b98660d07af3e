import { assert } from "../shared/assert.ts";
import type { LinearClassifier } from "./logisticRegression.ts";

/**
 * The classifier among some of its classes only. Its probabilities are those
 * of the whole, masked and renormalised: a softmax over fewer logits.
 *
 * @param rows classes that stay, in the order that they get
 * @throws where there are none, or one is not a row
 */
export function restrictClassifier(
  { classCount, inputLength, weights, biases, temperature }: LinearClassifier,
  rows: readonly number[],
): LinearClassifier {
  assert(rows.length > 0, "somebody stays");
  const kept = new Float32Array(rows.length * inputLength);
  for (const [to, row] of rows.entries()) {
    assert(row >= 0 && row < classCount, `there is no row ${row}`);
    kept.set(weights.subarray(row * inputLength, (row + 1) * inputLength), to * inputLength);
  }
  return {
    classCount: rows.length,
    inputLength,
    weights: kept,
    biases: Float32Array.from(rows, (row) => biases[row]!),
    temperature,
  };
}
