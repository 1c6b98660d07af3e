import { assert } from "../shared/assert.ts";

/** Off the diagonal nothing is left by then: convergence is quadratic, 128 × 128 takes 8 to 10. */
const MAX_SWEEPS = 60;

/**
 * Eigenvalues of a symmetric matrix, largest first, by cyclic Jacobi rotations.
 *
 * @param matrix shape [size, size], row-major; not changed
 * @throws where it is not symmetric, or holds a number that is not finite
 *
 * Cost about 10 · size³: a quarter of a second for 128.
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), §8.5.
 */
export function symmetricEigenvalues(matrix: Float64Array, size: number): Float64Array {
  assert(matrix.length === size * size, `${matrix.length} values of ${size} × ${size}`);
  assert(matrix.every(Number.isFinite), "every value is finite");
  const a = Float64Array.from(matrix);
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let p = 0; p < size; p++)
    for (let q = 0; q < p; q++)
      assert(Math.abs(a[p * size + q]! - a[q * size + p]!) <= 1e-9 * scale, "symmetric values");

  const enough = 1e-15 * scale;
  for (let sweep = 0, rotated = true; rotated && sweep < MAX_SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++)
        if (Math.abs(a[p * size + q]!) > enough) {
          rotate(a, size, p, q);
          rotated = true;
        }
  }
  return Float64Array.from({ length: size }, (_, i) => a[i * size + i]!)
    .sort()
    .reverse();
}

/** Makes a[p, q] zero by a rotation of rows and columns p and q. Hot. */
function rotate(a: Float64Array, size: number, p: number, q: number): void {
  const pq = a[p * size + q]!;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * pq);
  // The smaller of the two angles; it cannot overflow for a tiny pq.
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(t, 1);
  const sin = t * cos;
  for (let k = 0; k < size; k++) {
    const kp = a[k * size + p]!;
    const kq = a[k * size + q]!;
    a[k * size + p] = cos * kp - sin * kq;
    a[k * size + q] = sin * kp + cos * kq;
  }
  for (let k = 0; k < size; k++) {
    const pk = a[p * size + k]!;
    const qk = a[q * size + k]!;
    a[p * size + k] = cos * pk - sin * qk;
    a[q * size + k] = sin * pk + cos * qk;
  }
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}
