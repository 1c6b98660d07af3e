import { assert } from "../shared/assert.ts";

/** Two sets of indices that share none. */
export interface DisjointSets {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/**
 * Pairs of sets of `size` consecutive indices below `count`, the last followed
 * by the first, which lie side by side; each index begins one pair, none comes twice.
 *
 * As many pairs as indices, at most: all the ways to part seven photos into
 * twice three would let those with many photos outvote the others.
 *
 * @returns none where there are fewer than twice `size` indices
 */
export function disjointSets(count: number, size: number): readonly DisjointSets[] {
  assert(Number.isInteger(size) && size >= 1, `sets of ${size}`);
  if (count < 2 * size) return [];
  // Of exactly twice as many, the second half of the turn swaps the sets of the first.
  const turns = count === 2 * size ? size : count;
  return Array.from({ length: turns }, (_, start) => ({
    first: consecutive(start, size, count),
    second: consecutive(start + size, size, count),
  }));
}

function consecutive(start: number, size: number, count: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => (start + i) % count);
}
