import { assert } from "../shared/assert.ts";

/** How often samples of one class are taken for another. */
export interface ConfusedClasses {
  readonly label: number;
  readonly takenFor: number;
  readonly count: number;
}

/**
 * Which class is taken for which, most frequent first; of equally frequent
 * ones by label, then by what it is taken for.
 *
 * @throws where the lists differ in length
 */
export function confusions(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
): readonly ConfusedClasses[] {
  assert(labels.length === predicted.length, `${predicted.length} of ${labels.length} predicted`);
  const counts = new Map<string, ConfusedClasses>();
  for (let i = 0; i < labels.length; i++) {
    const [label, takenFor] = [labels[i]!, predicted[i]!];
    if (label === takenFor) continue;
    const key = `${label} ${takenFor}`;
    counts.set(key, { label, takenFor, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || a.label - b.label || a.takenFor - b.takenFor,
  );
}
