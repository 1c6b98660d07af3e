import { assert } from "../shared/assert.ts";

/** Ascending copy. @throws where there are no values or one is NaN */
export function sorted(values: ArrayLike<number>): Float64Array {
  assert(values.length > 0, "there are no values");
  const copy = Float64Array.from(values).sort();
  assert(!Number.isNaN(copy.at(-1)), "no value is NaN");
  return copy;
}

/** How many of the ascending values are ≤ `limit`. */
export function countAtOrBelow(ascending: Float64Array, limit: number): number {
  return firstIndex(ascending, (value) => value > limit);
}

/** How many of the ascending values are < `limit`. */
export function countBelow(ascending: Float64Array, limit: number): number {
  return firstIndex(ascending, (value) => value >= limit);
}

/**
 * The largest whole number that is no more than `share` of `count`.
 *
 * 0.07 · 100 is 7.000000000000001 and 0.29 · 100 is 28.999999999999996: the
 * second must allow 29.
 */
export function countAllowed(count: number, share: number): number {
  assert(share >= 0 && share <= 1, `the share is ${share}`);
  return Math.floor(count * share + 1e-9);
}

/** Index of the first value past which `isPast` holds, by bisection. */
function firstIndex(ascending: Float64Array, isPast: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(ascending[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
