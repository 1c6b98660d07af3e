/** Descriptors one after the other: shape [rows, 128]. */
export type Rows = Float32Array;

/**
 * Hot: all rows are gone through, without sorting them.
 *
 * @returns the nearest rows of those that are wanted, nearest first
 */
export function nearestRows(
  rows: Rows,
  face: Float32Array,
  count: number,
  isWanted: (row: number) => boolean = () => true,
): readonly number[] {
  const best: { row: number; distance: number }[] = [];
  let limit = Infinity;
  for (let row = 0; row * 128 < rows.length; row++) {
    if (!isWanted(row)) continue;
    const distance = squaredDistanceAt(rows, row * 128, face, limit);
    if (distance >= limit) continue;
    let place = best.length;
    while (place > 0 && best[place - 1]!.distance > distance) place--;
    best.splice(place, 0, { row, distance });
    if (best.length > count) best.pop();
    if (best.length === count) limit = best[count - 1]!.distance;
  }
  return best.map(({ row }) => row);
}

export function squaredDistance(a: Float32Array, b: Float32Array): number {
  return squaredDistanceAt(a, 0, b, Infinity);
}

/** Stops once it is at `limit` or more: what lies beyond is only known to be far. */
export function squaredDistanceAt(
  rows: Rows,
  at: number,
  face: Float32Array,
  limit: number,
): number {
  let sum = 0;
  for (let i = 0; i < 128; i += 16) {
    for (let j = i; j < i + 16; j++) {
      const difference = rows[at + j]! - face[j]!;
      sum += difference * difference;
    }
    if (sum >= limit) return sum;
  }
  return sum;
}
