import { assert } from "../shared/assert.ts";

/**
 * How well a score puts the positives first: Σ (recall gained at a score) · (precision down to it),
 * in (0, 1]; 1 = every positive above every negative. By lot it is about the share of positives.
 *
 * Equal scores are taken together, so that the order they happen to stand in counts for nothing.
 *
 * @param scores shape [sampleCount], larger = sooner
 * @param isPositive beside `scores`
 * @throws where the lengths differ, a score is NaN, or nothing is positive
 *
 * Source: scikit-learn, average_precision_score.
 */
export function averagePrecision(
  scores: ArrayLike<number>,
  isPositive: ArrayLike<boolean>,
): number {
  assert(
    scores.length === isPositive.length,
    `${scores.length} scores of ${isPositive.length} samples`,
  );
  const order = Array.from({ length: scores.length }, (_, i) => i);
  assert(
    order.every((i) => !Number.isNaN(scores[i])),
    "no score is NaN",
  );
  order.sort((a, b) => (scores[a]! < scores[b]! ? 1 : scores[a]! > scores[b]! ? -1 : 0));
  let [hits, gained, sum] = [0, 0, 0];
  for (const [at, i] of order.entries()) {
    if (isPositive[i]) gained++;
    const next = order[at + 1];
    if (next !== undefined && scores[next] === scores[i]) continue;
    hits += gained;
    sum += gained * (hits / (at + 1));
    gained = 0;
  }
  assert(hits > 0, "nothing is positive");
  return sum / hits;
}
