import { assert } from "../shared/assert.ts";

export interface Hubness {
  /** Shape [classCount]: how often each is a first name. */
  readonly counts: Int32Array;
  /** Classes that ever are one, most frequent first, then by class. */
  readonly hubs: readonly { readonly label: number; readonly share: number }[];
  /**
   * Third standardised moment of the counts: 0 where everybody is named equally
   * often, large where a few are named again and again.
   */
  readonly skewness: number;
}

/**
 * Whether some classes are everybody's first name.
 *
 * @param firstNames the first-ranked class of each photo
 * @throws where there are no photos, or a class is out of range
 *
 * Source: Radovanović, Nanopoulos & Ivanović, Hubs in Space (2010), N₁ and its
 * skewness.
 */
export function hubness(firstNames: ArrayLike<number>, classCount: number): Hubness {
  assert(firstNames.length > 0, "there are no photos");
  const counts = new Int32Array(classCount);
  for (let i = 0; i < firstNames.length; i++) {
    const label = firstNames[i]!;
    assert(label >= 0 && label < classCount, `class ${label} of ${classCount}`);
    counts[label]!++;
  }
  const hubs = Array.from(counts, (count, label) => ({ label, share: count / firstNames.length }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.label - b.label);
  return { counts, hubs, skewness: skewness(counts) };
}

/** 0 where the values do not vary. */
function skewness(values: Int32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [second, third] = [0, 0];
  for (const value of values) {
    second += (value - mean) ** 2 / values.length;
    third += (value - mean) ** 3 / values.length;
  }
  return second === 0 ? 0 : third / second ** 1.5;
}
