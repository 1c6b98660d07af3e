import { assert } from "../shared/assert.ts";

/** What a classifier is fitted to. */
export interface LabelledSamples {
  /** Shape [sampleCount, inputLength], row-major, finite. */
  readonly inputs: Float64Array;
  readonly inputLength: number;
  /** Shape [sampleCount], each a whole number in [0, classCount). */
  readonly labels: Int32Array;
  readonly classCount: number;
  /** Shape [sampleCount], each > 0: how much each sample counts. Absent: every one counts 1. */
  readonly sampleWeights?: Float64Array;
}

/**
 * Stacks one vector per sample (descriptors, for instance) into one flat block.
 *
 * @throws where lengths, labels or values break the contract of `LabelledSamples`
 */
export function labelledSamples(
  vectors: readonly ArrayLike<number>[],
  labels: readonly number[],
  classCount: number,
): LabelledSamples {
  const inputLength = vectors[0]?.length ?? 0;
  const inputs = new Float64Array(vectors.length * inputLength);
  for (const [i, vector] of vectors.entries()) {
    assert(vector.length === inputLength, `sample ${i} has ${vector.length} values`);
    inputs.set(vector, i * inputLength);
  }
  const samples = { inputs, inputLength, labels: Int32Array.from(labels), classCount };
  assert(labels.every(Number.isInteger), "labels are whole numbers");
  assertSamples(samples);
  return samples;
}

/** The samples at `indices`, in that order. */
export function selectSamples(
  samples: LabelledSamples,
  indices: readonly number[],
): LabelledSamples {
  const { inputs, inputLength, labels, classCount, sampleWeights } = samples;
  const selected = new Float64Array(indices.length * inputLength);
  for (const [to, from] of indices.entries())
    selected.set(inputs.subarray(from * inputLength, (from + 1) * inputLength), to * inputLength);
  const chosen = {
    inputs: selected,
    inputLength,
    labels: Int32Array.from(indices, (i) => labels[i]!),
    classCount,
  };
  if (sampleWeights === undefined) return chosen;
  return { ...chosen, sampleWeights: Float64Array.from(indices, (i) => sampleWeights[i]!) };
}

/**
 * Weights under which every class counts the same: sampleCount / (classCount · size of the class).
 *
 * Source: scikit-learn, `class_weight="balanced"`.
 */
export function balancedWeights(labels: Int32Array, classCount: number): Float64Array {
  const sizes = classSizes(labels, classCount);
  return Float64Array.from(labels, (label) => labels.length / (classCount * sizes[label]!));
}

/** Shape [classCount]: how many samples carry each label. */
export function classSizes(labels: Int32Array, classCount: number): Int32Array {
  const sizes = new Int32Array(classCount);
  for (const label of labels) sizes[label]!++;
  return sizes;
}

/** @throws where the parts of `samples` do not fit together */
export function assertSamples(samples: LabelledSamples): void {
  const { inputs, inputLength, labels, classCount, sampleWeights } = samples;
  const count = labels.length;
  assert(count > 0 && inputLength > 0, "there are no samples");
  assert(inputs.length === count * inputLength, `${inputs.length} values for ${count} labels`);
  assert(inputs.every(Number.isFinite), "every input is finite");
  assert(
    labels.every((label) => label >= 0 && label < classCount),
    `every label is in [0, ${classCount})`,
  );
  if (sampleWeights === undefined) return;
  assert(sampleWeights.length === count, `${sampleWeights.length} weights for ${count} samples`);
  assert(
    sampleWeights.every((weight) => weight > 0 && Number.isFinite(weight)),
    "every sample weight is above 0",
  );
}
