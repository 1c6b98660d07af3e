import { seededRandom } from "../shared/random.ts";

/** Values that come one by one, of which a fair sample is kept. */
export interface Reservoir {
  add(value: number): void;
  /** All that were added, in order, while they are no more than the limit; after that a sample. */
  values(): Float64Array;
}

/**
 * Keeps the first `limit` values as they are; of more, a seeded sample of
 * `limit`, in which each was as likely to stay as any other.
 *
 * Memory: `limit` numbers, however many are added.
 *
 * Source: Vitter, Random Sampling with a Reservoir (1985), algorithm R.
 */
export function createReservoir(limit: number, seed: number): Reservoir {
  const random = seededRandom(seed);
  const kept: number[] = [];
  let seen = 0;
  return {
    add: (value) => {
      seen++;
      if (kept.length < limit) {
        kept.push(value);
        return;
      }
      const place = Math.floor(random() * seen);
      if (place < limit) kept[place] = value;
    },
    values: () => Float64Array.from(kept),
  };
}
