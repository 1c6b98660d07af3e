import { assert } from "../shared/assert.ts";
import { symmetricEigen } from "./symmetricEigen.ts";

export interface CorrelationSummary {
  /** Shape [length, length], row-major: Pearson's r of each pair of values, 1 on the diagonal. */
  readonly matrix: Float64Array;
  /** Mean and largest |r| of two different values, in [0, 1]. */
  readonly meanAbs: number;
  readonly maxAbs: number;
  /** How many principal components hold 95 % of the variance. */
  readonly componentsFor95: number;
}

/** The share of the variance that `componentsFor95` counts components for. */
const HELD_SHARE = 0.95;

/**
 * How far the values of many vectors say the same thing twice.
 *
 * A value that never varies is correlated with nothing: r = 0.
 *
 * @param vectors at least two, all of one length ≥ 2
 *
 * Source: Pearson's product-moment correlation; principal components of the
 * covariances, Jolliffe, Principal Component Analysis (2002), §6.1.1.
 */
export function correlationSummary(vectors: readonly ArrayLike<number>[]): CorrelationSummary {
  const length = vectors[0]?.length ?? 0;
  assert(vectors.length >= 2 && length >= 2, `${vectors.length} vectors of ${length} values`);
  const covariances = covarianceMatrix(vectors, length);
  const matrix = correlationsOf(covariances, length);
  let [sum, maxAbs] = [0, 0];
  for (let i = 0; i < length; i++)
    for (let j = 0; j < i; j++) {
      const r = Math.abs(matrix[i * length + j]!);
      sum += r;
      maxAbs = Math.max(maxAbs, r);
    }
  return {
    matrix,
    meanAbs: sum / ((length * (length - 1)) / 2),
    maxAbs,
    componentsFor95: componentsFor(symmetricEigen(covariances, length).values, HELD_SHARE),
  };
}

/**
 * How many of the largest variances it takes to hold `share` of them all; 0
 * where nothing varies.
 *
 * @param variances descending
 */
export function componentsFor(variances: Float64Array, share: number): number {
  // An eigenvalue of zero may come out a little below it.
  const total = variances.reduce((sum, variance) => sum + Math.max(0, variance), 0);
  let [held, count] = [0, 0];
  while (count < variances.length && held < share * total - 1e-12 * total)
    held += Math.max(0, variances[count++]!);
  return count;
}

/** Shape [length, length]; population covariances, means taken first so that no digits cancel. */
function covarianceMatrix(vectors: readonly ArrayLike<number>[], length: number): Float64Array {
  const mean = new Float64Array(length);
  for (const [at, vector] of vectors.entries()) {
    assert(vector.length === length, `vector ${at} has ${vector.length} values`);
    for (let i = 0; i < length; i++) mean[i]! += vector[i]! / vectors.length;
  }
  const matrix = new Float64Array(length * length);
  const centred = new Float64Array(length);
  for (const vector of vectors) {
    for (let i = 0; i < length; i++) centred[i] = vector[i]! - mean[i]!;
    for (let i = 0; i < length; i++) {
      const x = centred[i]! / vectors.length;
      for (let j = 0; j <= i; j++) matrix[i * length + j]! += x * centred[j]!;
    }
  }
  for (let i = 0; i < length; i++)
    for (let j = 0; j < i; j++) matrix[j * length + i] = matrix[i * length + j]!;
  return matrix;
}

function correlationsOf(covariances: Float64Array, length: number): Float64Array {
  const deviations = Float64Array.from({ length }, (_, i) =>
    Math.sqrt(covariances[i * length + i]!),
  );
  return covariances.map((covariance, at) => {
    const [i, j] = [Math.floor(at / length), at % length];
    if (i === j) return 1;
    const scale = deviations[i]! * deviations[j]!;
    return scale === 0 ? 0 : Math.min(1, Math.max(-1, covariance / scale));
  });
}
