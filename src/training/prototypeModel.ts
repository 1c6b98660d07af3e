import type { LinearModel } from "./fitLogisticRegression.ts";
import { classMeans } from "./identityMetric.ts";
import { classSizes, type LabelledSamples } from "./labelledSamples.ts";
import { addProduct } from "./matrixProduct.ts";
import { fitTemperature } from "./temperature.ts";

/**
 * Nearest mean as a linear model: the logit of a class is −½ times the squared
 * distance to its mean, but for a part that all classes share, over the
 * temperature at which each sample's label is most likely, the sample itself
 * left out of its mean.
 *
 * It is what logistic regression would find if everybody's photos were normal
 * clouds of one shape, the coordinates' own.
 *
 * Source: Hastie, Tibshirani & Friedman, The Elements of Statistical Learning (2009), §4.3.
 */
export function prototypeModel(samples: LabelledSamples): LinearModel {
  const { inputLength, classCount, labels } = samples;
  const sizes = classSizes(labels, classCount);
  const means = classMeans(samples, sizes);
  const biases = Float64Array.from({ length: classCount }, (_, k) => {
    const mean = means.subarray(k * inputLength, (k + 1) * inputLength);
    return -dot(mean, mean) / 2;
  });
  const temperature = heldOutTemperature(samples, means, biases, sizes);
  return {
    weights: means.map((value) => value / temperature),
    biases: biases.map((value) => value / temperature),
  };
}

/** 1 where no class has two samples. */
function heldOutTemperature(
  { inputs, inputLength, classCount, labels }: LabelledSamples,
  means: Float64Array,
  biases: Float64Array,
  sizes: Int32Array,
): number {
  const logits = new Float64Array(labels.length * classCount);
  addProduct(logits, inputs, means, {
    rows: labels.length,
    cols: classCount,
    depth: inputLength,
  });
  const kept: number[] = [];
  for (const [s, label] of labels.entries()) {
    const row = logits.subarray(s * classCount, (s + 1) * classCount);
    for (let k = 0; k < classCount; k++) row[k]! += biases[k]!;
    const size = sizes[label]!;
    if (size < 2) continue;
    kept.push(s);
    const input = inputs.subarray(s * inputLength, (s + 1) * inputLength);
    const mean = means.subarray(label * inputLength, (label + 1) * inputLength);
    const without = mean.map((value, i) => (value * size - input[i]!) / (size - 1));
    row[label] = dot(input, without) - dot(without, without) / 2;
  }
  if (kept.length === 0) return 1;
  const heldOut = new Float64Array(kept.length * classCount);
  for (const [to, s] of kept.entries())
    heldOut.set(logits.subarray(s * classCount, (s + 1) * classCount), to * classCount);
  return fitTemperature(
    heldOut,
    kept.map((s) => labels[s]!),
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
