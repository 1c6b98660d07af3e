import type { LabelledSamples } from "./labelledSamples.ts";
import { addProduct } from "./matrixProduct.ts";

/**
 * Curvature of the loss for one class as a share of its value at equal
 * probabilities. Measured on 2,219 face descriptors of 74 people: 0.1 to 0.3
 * are best; iterations fall from 126 to 27 (C = 1), from 484 to 162 (C = 100).
 */
const CURVATURE_SHARE = 0.2;

/**
 * A guess at the inverse Hessian of `multinomialObjective`: the same block for
 * every class, (C · share / classCount · Σ weight · [x 1][x 1]ᵀ + I)⁻¹, without
 * the I for the bias. Face descriptors differ in few directions; the plain
 * L-BFGS has to learn which.
 *
 * Source: Böhning, Multinomial logistic regression algorithm (1992), whose
 * bound on the Hessian has this form.
 */
export function gramPreconditioner(
  samples: LabelledSamples,
  c: number,
): (vector: Float64Array) => void {
  const { inputLength, classCount } = samples;
  const size = inputLength + 1;
  const inverse = inverseOf(curvatureBlock(samples, (c * CURVATURE_SHARE) / classCount), size);
  const shape = { rows: classCount, cols: size, depth: size };
  const rows = new Float64Array(classCount * size);
  const solved = new Float64Array(classCount * size);
  const biases = classCount * inputLength;
  return (vector) => {
    for (let k = 0; k < classCount; k++) {
      rows.set(vector.subarray(k * inputLength, (k + 1) * inputLength), k * size);
      rows[k * size + inputLength] = vector[biases + k]!;
    }
    addProduct(solved.fill(0), rows, inverse, shape);
    for (let k = 0; k < classCount; k++) {
      vector.set(solved.subarray(k * size, k * size + inputLength), k * inputLength);
      vector[biases + k] = solved[k * size + inputLength]!;
    }
  };
}

/** Shape [size, size]; the lower triangle only. */
function curvatureBlock(samples: LabelledSamples, scale: number): Float64Array {
  const { inputs, inputLength, labels, sampleWeights } = samples;
  const size = inputLength + 1;
  const block = new Float64Array(size * size);
  const row = new Float64Array(size).fill(1);
  for (let s = 0; s < labels.length; s++) {
    row.set(inputs.subarray(s * inputLength, (s + 1) * inputLength));
    const weight = scale * (sampleWeights?.[s] ?? 1);
    for (let i = 0; i < size; i++) {
      const part = weight * row[i]!;
      for (let j = 0; j <= i; j++) block[i * size + j]! += part * row[j]!;
    }
  }
  for (let i = 0; i < inputLength; i++) block[i * size + i]! += 1;
  return block;
}

/**
 * The inverse of a symmetric positive definite `matrix` (its lower triangle is
 * read). Explicit, since one product with it is several times as fast as the
 * two triangular solutions of every class; the last digits of a guess do not matter.
 */
function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const factor = choleskyFactor(matrix, size);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    inverse[i * size + i] = 1;
    solveInPlace(factor, inverse.subarray(i * size, (i + 1) * size), size);
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) inverse[i * size + j] = inverse[j * size + i]!;
  return inverse;
}

/** Lower triangle L with L·Lᵀ = `matrix` (its lower triangle is read). */
function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let p = 0; p < j; p++) sum -= factor[i * size + p]! * factor[j * size + p]!;
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j]!;
    }
  return factor;
}

/** Replaces `vector` by the solution x of L·Lᵀ·x = vector. */
function solveInPlace(factor: Float64Array, vector: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    let sum = vector[i]!;
    for (let j = 0; j < i; j++) sum -= factor[i * size + j]! * vector[j]!;
    vector[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const solved = vector[i]! / factor[i * size + i]!;
    vector[i] = solved;
    for (let j = 0; j < i; j++) vector[j]! -= factor[i * size + j]! * solved;
  }
}
