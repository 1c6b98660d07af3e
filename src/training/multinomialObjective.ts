import type { Objective } from "./lbfgs.ts";
import type { LabelledSamples } from "./labelledSamples.ts";
import { addProduct } from "./matrixProduct.ts";

/** Makes the objective of fitting `samples` at C, with or without a prior; `multinomialObjective` is one. */
export type ObjectiveFactory = (
  samples: LabelledSamples,
  c: number,
  prior?: Float64Array,
) => Objective;

/** Samples worked on at once: their logits and inputs then stay in the cache. */
const PANEL_SAMPLES = 128;

/** Some consecutive samples, with what the two products need of them. */
interface Panel {
  readonly count: number;
  /** Shape [count, inputLength]. */
  readonly inputs: Float64Array;
  /** Shape [inputLength, count]. */
  readonly columns: Float64Array;
  readonly labels: Int32Array;
  /** C times each sample's own weight. */
  readonly scales: Float64Array;
}

/**
 * The penalised negative log-likelihood of a multinomial logistic regression
 * and its gradient: C · Σ weight · −log softmax(W·x + b)[label] + ½‖W‖².
 * Biases are not penalised. With a prior the penalty is ½‖point − prior‖²,
 * of the biases too.
 *
 * A point is [W row by row (classCount · inputLength), b (classCount)].
 * Cost of one call: 2 · sampleCount · classCount · inputLength multiply-adds.
 *
 * Source: scikit-learn, LogisticRegression(multi_class="multinomial", penalty="l2").
 */
export function multinomialObjective(
  samples: LabelledSamples,
  c: number,
  prior?: Float64Array,
): Objective {
  const { inputLength, classCount } = samples;
  const weightCount = classCount * inputLength;
  const panels = splitIntoPanels(samples, c);
  const scratch = new Float64Array(classCount * PANEL_SAMPLES);

  return (point, gradient) => {
    const weights = point.subarray(0, weightCount);
    const biases = point.subarray(weightCount);
    const weightGradient = gradient.subarray(0, weightCount);
    const biasGradient = gradient.subarray(weightCount);

    let value = penalty(point, gradient, weightCount, prior);
    for (const panel of panels) {
      const { count } = panel;
      const logits = scratch.subarray(0, classCount * count);
      for (let k = 0; k < classCount; k++) logits.fill(biases[k]!, k * count, (k + 1) * count);
      addProduct(logits, weights, panel.inputs, {
        rows: classCount,
        cols: count,
        depth: inputLength,
      });
      value += logitsToResiduals(logits, panel, classCount);
      addProduct(weightGradient, logits, panel.columns, {
        rows: classCount,
        cols: inputLength,
        depth: count,
      });
      addRowSums(biasGradient, logits, count);
    }
    return value;
  };
}

/**
 * The penalty at a point; sets `gradient` to its gradient.
 *
 * Summed as differences from the prior: beside the prior's own square the last
 * digits, on which the end of a fit depends, would be lost.
 */
export function penalty(
  point: Float64Array,
  gradient: Float64Array,
  weightCount: number,
  prior: Float64Array | undefined,
): number {
  let sum = 0;
  for (let i = 0; i < point.length; i++) {
    const isFree = i >= weightCount && !prior;
    const distance = isFree ? 0 : point[i]! - (prior?.[i] ?? 0);
    gradient[i] = distance;
    sum += distance * distance;
  }
  return sum / 2;
}

/**
 * Turns logits [classCount, count] in place into the loss's derivatives by
 * them, scale · (probability − 1 at the label), and returns the loss.
 */
function logitsToResiduals(logits: Float64Array, panel: Panel, classCount: number): number {
  const { count, labels, scales } = panel;
  const largest = new Float64Array(count).fill(-Infinity);
  const totals = new Float64Array(count);
  for (let at = 0, k = 0; k < classCount; k++)
    for (let s = 0; s < count; s++, at++) if (logits[at]! > largest[s]!) largest[s] = logits[at]!;

  let loss = 0;
  for (let s = 0; s < count; s++)
    loss += scales[s]! * (largest[s]! - logits[labels[s]! * count + s]!);

  for (let at = 0, k = 0; k < classCount; k++)
    for (let s = 0; s < count; s++, at++) {
      const part = Math.exp(logits[at]! - largest[s]!);
      logits[at] = part;
      totals[s]! += part;
    }
  for (let s = 0; s < count; s++) {
    loss += scales[s]! * Math.log(totals[s]!);
    totals[s] = scales[s]! / totals[s]!;
  }
  for (let at = 0, k = 0; k < classCount; k++)
    for (let s = 0; s < count; s++, at++) logits[at]! *= totals[s]!;
  for (let s = 0; s < count; s++) logits[labels[s]! * count + s]! -= scales[s]!;
  return loss;
}

function addRowSums(out: Float64Array, rows: Float64Array, length: number): void {
  for (let k = 0; k < out.length; k++) {
    let sum = 0;
    for (let s = 0; s < length; s++) sum += rows[k * length + s]!;
    out[k]! += sum;
  }
}

function splitIntoPanels(samples: LabelledSamples, c: number): readonly Panel[] {
  const { inputs, inputLength, labels, sampleWeights } = samples;
  const panels: Panel[] = [];
  for (let start = 0; start < labels.length; start += PANEL_SAMPLES) {
    const end = Math.min(start + PANEL_SAMPLES, labels.length);
    const rows = inputs.subarray(start * inputLength, end * inputLength);
    panels.push({
      count: end - start,
      inputs: rows,
      columns: transpose(rows, end - start, inputLength),
      labels: labels.subarray(start, end),
      scales: Float64Array.from({ length: end - start }, (_, s) =>
        sampleWeights === undefined ? c : c * sampleWeights[start + s]!,
      ),
    });
  }
  return panels;
}

function transpose(rows: Float64Array, rowCount: number, colCount: number): Float64Array {
  const columns = new Float64Array(rows.length);
  for (let i = 0; i < rowCount; i++)
    for (let j = 0; j < colCount; j++) columns[j * rowCount + i] = rows[i * colCount + j]!;
  return columns;
}
