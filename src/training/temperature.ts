import { assert } from "../shared/assert.ts";

/** Temperatures looked at. On separable samples the likelihood grows without end: then one of these is returned. */
export const TEMPERATURE_RANGE = { lowest: 0.01, highest: 100 } as const;

/** Halvings of the range's logarithm: 9.2 / 2⁵⁰ is below what a double can tell apart. */
const HALVINGS = 50;

/**
 * The temperature under which held-out logits are most likely: minimises the
 * mean of −log softmax(logits / T)[label].
 *
 * The loss is convex in 1 / T, so its slope changes sign once: bisection finds it.
 *
 * @param logits shape [sampleCount, classCount], row-major, of samples the model was not fitted to
 * @returns in `TEMPERATURE_RANGE`
 * @throws where there are no samples or the shapes disagree
 *
 * Source: Guo et al., On Calibration of Modern Neural Networks (2017), §4.2.
 */
export function fitTemperature(logits: Float64Array, labels: ArrayLike<number>): number {
  assert(labels.length > 0, "there are no samples");
  assert(logits.length % labels.length === 0, `${logits.length} logits, ${labels.length} labels`);
  let low = Math.log(TEMPERATURE_RANGE.lowest);
  let high = Math.log(TEMPERATURE_RANGE.highest);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (slopeByInverse(logits, labels, Math.exp(-middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/**
 * Softmax of each row of logits / temperature.
 *
 * @param logits shape [sampleCount, classCount], row-major
 * @returns the same shape
 */
export function rowProbabilities(
  logits: Float64Array,
  classCount: number,
  temperature: number,
): Float64Array {
  assert(temperature > 0, `the temperature is ${temperature}`);
  assert(logits.length % classCount === 0, `${logits.length} logits of ${classCount} classes`);
  const probabilities = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += classCount)
    writeSoftmax(
      probabilities.subarray(start, start + classCount),
      logits.subarray(start, start + classCount),
      1 / temperature,
    );
  return probabilities;
}

/** Derivative of the summed loss by 1 / T: Σ (expected logit − logit of the label). */
function slopeByInverse(logits: Float64Array, labels: ArrayLike<number>, inverse: number): number {
  const classCount = logits.length / labels.length;
  const parts = new Float64Array(classCount);
  let slope = 0;
  for (let s = 0; s < labels.length; s++) {
    const row = logits.subarray(s * classCount, (s + 1) * classCount);
    writeSoftmax(parts, row, inverse);
    const own = row[labels[s]!]!;
    for (let k = 0; k < classCount; k++) slope += parts[k]! * (row[k]! - own);
  }
  return slope;
}

function writeSoftmax(out: Float64Array, row: Float64Array, inverse: number): void {
  let largest = -Infinity;
  for (const logit of row) largest = Math.max(largest, logit);
  let total = 0;
  for (let k = 0; k < row.length; k++) {
    const part = Math.exp((row[k]! - largest) * inverse);
    out[k] = part;
    total += part;
  }
  for (let k = 0; k < row.length; k++) out[k]! /= total;
}
