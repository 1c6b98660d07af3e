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

/** Four sums at once: one after the other each addition would wait for the one before. */
function logits(
  { classCount, inputLength, weights, biases }: LinearClassifier,
  input: Float32Array,
): Float64Array {
  const result = Float64Array.from(biases);
  const inputs = Float64Array.from(input);
  const inFours = inputLength - (inputLength % 4);
  for (let row = 0, at = 0; row < classCount; row++) {
    let [first, second, third, fourth] = [result[row]!, 0, 0, 0];
    for (let i = 0; i < inFours; i += 4, at += 4) {
      first += weights[at]! * inputs[i]!;
      second += weights[at + 1]! * inputs[i + 1]!;
      third += weights[at + 2]! * inputs[i + 2]!;
      fourth += weights[at + 3]! * inputs[i + 3]!;
    }
    for (let i = inFours; i < inputLength; i++, at++) first += weights[at]! * inputs[i]!;
    result[row] = first + second + third + fourth;
  }
  return result;
}

/**
 * In place. Subtracts the largest first: exp of a large logit is infinite, and
 * infinity / infinity is NaN.
 */
function softmax(values: Float64Array, temperature: number): Float64Array {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = Math.exp((values[i]! - largest) / temperature);
    values[i] = value;
    total += value;
  }
  for (let i = 0; i < values.length; i++) values[i]! /= total;
  return values;
}
