import { assert } from "../shared/assert.ts";

/** Off the diagonal nothing is left by then: convergence is quadratic, 128 × 128 takes 8 to 10. */
const MAX_SWEEPS = 60;

/** A = Σ values[i] · vectorᵢ · vectorᵢᵀ. */
export interface SymmetricEigen {
  /** Largest first. */
  readonly values: Float64Array;
  /** Shape [size, size], row-major: row i belongs to values[i]; of length 1 and at right angles to each other. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations.
 *
 * @param matrix shape [size, size], row-major; not changed
 * @throws where it is not symmetric, or holds a number that is not finite
 *
 * Cost about 15 · size³: some tenths of a second for 128.
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), §8.5.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  assertSymmetric(matrix, size);
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  diagonalise(a, vectors, size);

  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => a[j * size + j]! - a[i * size + i]!,
  );
  const ordered = new Float64Array(size * size);
  for (const [to, from] of order.entries())
    ordered.set(vectors.subarray(from * size, (from + 1) * size), to * size);
  return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors: ordered };
}

function assertSymmetric(matrix: Float64Array, size: number): void {
  assert(matrix.length === size * size, `${matrix.length} values of ${size} × ${size}`);
  assert(matrix.every(Number.isFinite), "every value is finite");
  const scale = largest(matrix);
  for (let p = 0; p < size; p++)
    for (let q = 0; q < p; q++)
      assert(
        Math.abs(matrix[p * size + q]! - matrix[q * size + p]!) <= 1e-9 * scale,
        "symmetric values",
      );
}

function diagonalise(a: Float64Array, vectors: Float64Array, size: number): void {
  const enough = 1e-15 * largest(a);
  for (let sweep = 0, rotated = true; rotated && sweep < MAX_SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++)
        if (Math.abs(a[p * size + q]!) > enough) {
          const { cos, sin } = angleThatClears(a, size, p, q);
          rotateColumns(a, size, p, q, cos, sin);
          rotateRows(a, size, p, q, cos, sin);
          rotateRows(vectors, size, p, q, cos, sin);
          a[p * size + q] = 0;
          a[q * size + p] = 0;
          rotated = true;
        }
  }
}

/** Of the rotation of rows and columns p and q that makes a[p, q] zero. */
function angleThatClears(a: Float64Array, size: number, p: number, q: number) {
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * a[p * size + q]!);
  // The smaller of the two angles; it cannot overflow for a tiny a[p, q].
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(t, 1);
  return { cos, sin: t * cos };
}

/** Hot. */
function rotateColumns(
  a: Float64Array,
  size: number,
  p: number,
  q: number,
  cos: number,
  sin: number,
): void {
  for (let k = 0; k < size; k++) {
    const kp = a[k * size + p]!;
    const kq = a[k * size + q]!;
    a[k * size + p] = cos * kp - sin * kq;
    a[k * size + q] = sin * kp + cos * kq;
  }
}

/** Hot. */
function rotateRows(
  a: Float64Array,
  size: number,
  p: number,
  q: number,
  cos: number,
  sin: number,
): void {
  for (let k = 0; k < size; k++) {
    const pk = a[p * size + k]!;
    const qk = a[q * size + k]!;
    a[p * size + k] = cos * pk - sin * qk;
    a[q * size + k] = sin * pk + cos * qk;
  }
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
