import { assert } from "../shared/assert.ts";

export interface DiverseBatchOptions {
  /** How many to pick; fewer where there are fewer samples. */
  readonly size: number;
  /** What being unlike the picked ones counts against the score: 0 = not at all, 1 = alone. */
  readonly diversity?: number;
  /** Picked from this many of the highest scores. */
  readonly poolSize?: number;
}

/** Unmeasured: half and half. */
const DIVERSITY = 0.5;
/** Four times the batch: what scores lower is not worth a look for its difference alone. Unmeasured. */
const POOL_FACTOR = 4;

/**
 * Picks samples that score high and are unlike each other, so that a batch to
 * look at is not twenty frames of one scene.
 *
 * Each time the sample with the largest (1 − diversity) · place − diversity · likeness:
 * its place in the pool from 1 (first) towards 0, and 1 − distance to the
 * nearest sample picked already, as a share of the largest distance in the pool.
 *
 * @param scores shape [sampleCount], larger = sooner, none NaN
 * @param vectors beside `scores`, all of one length; compared by Euclidean distance
 * @returns indices in the order of picking; the highest score first
 *
 * Source: Carbonell & Goldstein, The Use of MMR, Diversity-Based Reranking (1998).
 */
export function diverseBatch(
  scores: ArrayLike<number>,
  vectors: readonly ArrayLike<number>[],
  { size, diversity = DIVERSITY, poolSize = POOL_FACTOR * size }: DiverseBatchOptions,
): readonly number[] {
  assert(scores.length === vectors.length, `${vectors.length} vectors, ${scores.length} scores`);
  assert(diversity >= 0 && diversity <= 1, `the diversity is ${diversity}`);
  assert(poolSize >= size, `${size} of a pool of ${poolSize}`);
  const pool = Array.from(vectors.keys())
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, poolSize);
  const largest = largestDistance(pool.map((i) => vectors[i]!));
  const nearest = new Float64Array(pool.length).fill(largest);
  const batch: number[] = [];
  const isPicked = pool.map(() => false);
  while (batch.length < Math.min(size, pool.length)) {
    const gains = nearest.map((distance, at) => {
      if (isPicked[at]) return -Infinity;
      const likeness = largest > 0 ? 1 - distance / largest : 1;
      return (1 - diversity) * (1 - at / pool.length) - diversity * likeness;
    });
    const picked = gains.indexOf(Math.max(...gains));
    isPicked[picked] = true;
    batch.push(pool[picked]!);
    for (const [at, i] of pool.entries())
      nearest[at] = Math.min(nearest[at]!, distance(vectors[i]!, vectors[pool[picked]!]!));
  }
  return batch;
}

function largestDistance(vectors: readonly ArrayLike<number>[]): number {
  let largest = 0;
  for (const [i, a] of vectors.entries())
    for (const b of vectors.slice(0, i)) largest = Math.max(largest, distance(a, b));
  return largest;
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(sum);
}
