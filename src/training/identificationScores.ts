import { assert } from "../shared/assert.ts";
import { calibrationError, reliabilityBins } from "./reliability.ts";

/** Least probability that a logarithm is taken of: one impossible answer must not make a mean infinite. */
const SMALLEST_PROBABILITY = Number.EPSILON;

/**
 * Mean of −log(probability of the label), in nats; ≥ 0. Probabilities below 2⁻⁵² count as that.
 *
 * In this file `scores` and `probabilities` have shape [sampleCount, classCount], row-major.
 */
export function logLoss(probabilities: Float64Array, labels: ArrayLike<number>): number {
  const classCount = columns(probabilities, labels);
  let sum = 0;
  for (let s = 0; s < labels.length; s++)
    sum -= Math.log(Math.max(SMALLEST_PROBABILITY, probabilities[s * classCount + labels[s]!]!));
  return sum / labels.length;
}

/**
 * How far the top probability is from the share of hits among samples that
 * were given about that probability: in [0, 1], 0 = calibrated.
 *
 * Bins of equal width, weighted by their samples; an edge belongs to the bin below it.
 *
 * Source: Guo et al., On Calibration of Modern Neural Networks (2017), §2.
 */
export function expectedCalibrationError(
  probabilities: Float64Array,
  labels: ArrayLike<number>,
  binCount?: number,
): number {
  const classCount = columns(probabilities, labels);
  const predicted = predictedLabels(probabilities, labels.length);
  const confidences = Array.from(predicted, (label, s) => probabilities[s * classCount + label]!);
  const hits = Array.from(predicted, (label, s) => label === labels[s]);
  return calibrationError(reliabilityBins(confidences, hits, binCount));
}

/** Share of samples whose label is among the k best scores; of equal scores the lower class goes first. */
export function topKAccuracy(scores: Float64Array, labels: ArrayLike<number>, k: number): number {
  const classCount = columns(scores, labels);
  assert(Number.isInteger(k) && k >= 1, `k is ${k}`);
  let hits = 0;
  for (let s = 0; s < labels.length; s++) {
    const label = labels[s]!;
    const row = scores.subarray(s * classCount, (s + 1) * classCount);
    const own = row[label]!;
    const ahead = row.reduce(
      (sum, score, i) => sum + (score > own || (score === own && i < label) ? 1 : 0),
      0,
    );
    if (ahead < k) hits++;
  }
  return hits / labels.length;
}

/** Class of the best score of each row, the lowest of equal ones. Shape [sampleCount]. */
export function predictedLabels(scores: Float64Array, sampleCount: number): Int32Array {
  const classCount = scores.length / sampleCount;
  assert(Number.isInteger(classCount), `${scores.length} scores of ${sampleCount} samples`);
  return Int32Array.from({ length: sampleCount }, (_, s) => {
    let best = 0;
    for (let k = 1; k < classCount; k++)
      if (scores[s * classCount + k]! > scores[s * classCount + best]!) best = k;
    return best;
  });
}

/**
 * Mean F1 over the classes that occur among the labels or the predictions.
 *
 * Source: scikit-learn, f1_score(average="macro").
 */
export function macroF1(labels: ArrayLike<number>, predicted: ArrayLike<number>): number {
  assert(labels.length > 0, "there are no samples");
  assert(labels.length === predicted.length, `${predicted.length} of ${labels.length} predicted`);
  // F1 = 2·hits / (times labelled + times predicted).
  const hits = new Map<number, number>();
  const mentions = new Map<number, number>();
  for (let s = 0; s < labels.length; s++) {
    const [label, guess] = [labels[s]!, predicted[s]!];
    mentions.set(label, (mentions.get(label) ?? 0) + 1);
    mentions.set(guess, (mentions.get(guess) ?? 0) + 1);
    if (label === guess) hits.set(label, (hits.get(label) ?? 0) + 1);
  }
  let sum = 0;
  for (const [label, count] of mentions) sum += (2 * (hits.get(label) ?? 0)) / count;
  return sum / mentions.size;
}

function columns(scores: Float64Array, labels: ArrayLike<number>): number {
  assert(labels.length > 0, "there are no samples");
  const classCount = scores.length / labels.length;
  assert(Number.isInteger(classCount), `${scores.length} scores of ${labels.length} samples`);
  for (let s = 0; s < labels.length; s++)
    assert(labels[s]! >= 0 && labels[s]! < classCount, `label ${labels[s]!} of sample ${s}`);
  return classCount;
}
