import { assert } from "../shared/assert.ts";

/** A trained multinomial logistic regression, one class for each celebrity. */
export interface LinearClassifier {
  readonly classCount: number;
  readonly inputLength: number;
  /** Shape [classCount, inputLength], row-major. */
  readonly weights: Float32Array;
  /** Shape [classCount]. */
  readonly biases: Float32Array;
  /** Logits are divided by it before the softmax; > 0. Fitted on out-of-fold logits. */
  readonly temperature: number;
}

/**
 * Class probabilities of one input: softmax((W·x + b) / temperature).
 *
 * @param input shape [inputLength], scaled as in training
 * @returns shape [classCount], each in [0, 1], summing to 1 within 1e-6
 * @throws on a length mismatch, which only a bug of ours can cause
 *
 * Cost O(classCount · inputLength): 0.3 M multiply-adds for 2,500 × 128, so it
 * runs where it is called; a worker round trip would cost more.
 *
 * Source: Bishop, Pattern Recognition and Machine Learning (2006), §4.3.4;
 * Guo et al., On Calibration of Modern Neural Networks (2017) for the temperature.
 */
export function classProbabilities(
  classifier: LinearClassifier,
  input: Float32Array,
): Float64Array {
  assert(
    input.length === classifier.inputLength,
    `input has ${input.length} values, the classifier takes ${classifier.inputLength}`,
  );
  return softmax(logits(classifier, input), classifier.temperature);
}

function logits(
  { classCount, inputLength, weights, biases }: LinearClassifier,
  input: Float32Array,
): Float64Array {
  const result = Float64Array.from(biases);
  for (let row = 0; row < classCount; row++) {
    const start = row * inputLength;
    let sum = result[row]!;
    for (let i = 0; i < inputLength; i++) sum += weights[start + i]! * input[i]!;
    result[row] = sum;
  }
  return result;
}

/** Subtracts the largest first: exp of a large logit is infinite, and infinity / infinity is NaN. */
function softmax(values: Float64Array, temperature: number): Float64Array {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  const result = values.map((value) => Math.exp((value - largest) / temperature));
  const total = result.reduce((sum, value) => sum + value, 0);
  return result.map((value) => value / total);
}
