import { assert } from "../shared/assert.ts";
import { countAllowed, countAtOrBelow, countBelow, sorted } from "./sortedValues.ts";

/**
 * The rate at which as many pairs of one person are refused as pairs of
 * different people are accepted, in [0, 1]; a pair is accepted at or below a
 * threshold on its distance.
 *
 * Between two thresholds both rates are interpolated linearly.
 *
 * @param genuine distances of pairs of one person
 * @param impostor distances of pairs of different people
 * @throws where either is empty
 */
export function equalErrorRate(genuine: ArrayLike<number>, impostor: ArrayLike<number>): number {
  const [same, different] = [sorted(genuine), sorted(impostor)];
  let [accepted, refused] = [0, 1];
  for (let i = 0, j = 0; i < same.length || j < different.length;) {
    const threshold = Math.min(same[i] ?? Infinity, different[j] ?? Infinity);
    while (i < same.length && same[i]! <= threshold) i++;
    while (j < different.length && different[j]! <= threshold) j++;
    const nextAccepted = j / different.length;
    const nextRefused = 1 - i / same.length;
    if (nextAccepted >= nextRefused) {
      const before = refused - accepted;
      const share = before / (before + nextAccepted - nextRefused);
      // Rounding may carry the rate 2e-16 past 1.
      return Math.min(1, accepted + share * (nextAccepted - accepted));
    }
    [accepted, refused] = [nextAccepted, nextRefused];
  }
  throw new Error("at the largest distance every pair is accepted");
}

/**
 * Share of genuine pairs accepted by the loosest threshold that accepts no
 * more than `rate` of the impostor pairs.
 *
 * @param rate in [0, 1], for instance 1e-3
 * @throws where either list is empty
 */
export function acceptedAt(
  genuine: ArrayLike<number>,
  impostor: ArrayLike<number>,
  rate: number,
): number {
  const [same, different] = [sorted(genuine), sorted(impostor)];
  const firstRefused = different[countAllowed(different.length, rate)] ?? Infinity;
  return countBelow(same, firstRefused) / same.length;
}

/**
 * Probability that a positive scores higher than a negative, ties counting half.
 *
 * @throws where either list is empty
 *
 * Source: Fawcett, An introduction to ROC analysis (2006), §7.
 */
export function auroc(positive: ArrayLike<number>, negative: ArrayLike<number>): number {
  const [high, low] = [sorted(positive), sorted(negative)];
  let wins = 0;
  for (const score of high) wins += (countBelow(low, score) + countAtOrBelow(low, score)) / 2;
  return wins / (high.length * low.length);
}

/** One pair of photos, compared. */
export interface VerifiedPair {
  readonly distance: number;
  /** Whether both photos show one person. */
  readonly same: boolean;
  readonly fold: number;
}

export interface FoldVerification {
  readonly fold: number;
  /** Found on the other folds; pairs at or below it are called the same person. */
  readonly threshold: number;
  readonly accuracy: number;
}

export interface Verification {
  /** Mean over folds, in [0, 1]. */
  readonly accuracy: number;
  /** Standard error of that mean. */
  readonly standardError: number;
  readonly folds: readonly FoldVerification[];
}

/**
 * Accuracy with each fold judged by the threshold that is best on the others.
 * Works for any number of folds; the protocol's is ten.
 *
 * @throws with fewer than two folds, or where the other folds of one lack one of the two kinds of pair
 *
 * Source: Huang et al., Labeled Faces in the Wild (2007), View 2.
 */
export function tenFoldVerification(pairs: readonly VerifiedPair[]): Verification {
  const ids = [...new Set(pairs.map(({ fold }) => fold))].sort((a, b) => a - b);
  assert(ids.length >= 2, `${ids.length} folds`);
  const folds = ids.map((id): FoldVerification => {
    const threshold = bestThreshold(pairs.filter(({ fold }) => fold !== id));
    const own = pairs.filter(({ fold }) => fold === id);
    const hits = own.filter(({ distance, same }) => distance <= threshold === same);
    return { fold: id, threshold, accuracy: hits.length / own.length };
  });
  const accuracy = folds.reduce((sum, fold) => sum + fold.accuracy, 0) / folds.length;
  const squares = folds.reduce((sum, fold) => sum + (fold.accuracy - accuracy) ** 2, 0);
  const deviation = Math.sqrt(squares / (folds.length - 1));
  return { accuracy, standardError: deviation / Math.sqrt(folds.length), folds };
}

/** Halfway between two neighbouring distances; of equally good places the lowest. */
function bestThreshold(pairs: readonly VerifiedPair[]): number {
  const genuine = sorted(pairs.filter(({ same }) => same).map(({ distance }) => distance));
  const impostor = sorted(pairs.filter(({ same }) => !same).map(({ distance }) => distance));
  const distances = sorted([...genuine, ...impostor]);
  let best = { threshold: 0, hits: -1 };
  for (const [i, distance] of distances.entries()) {
    const next = distances[i + 1] ?? distance;
    const hits =
      countAtOrBelow(genuine, distance) + impostor.length - countAtOrBelow(impostor, distance);
    if (hits > best.hits) best = { threshold: (distance + next) / 2, hits };
  }
  return best.threshold;
}
