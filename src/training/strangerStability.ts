import { assert } from "../shared/assert.ts";

/** Ids of the ranked people, best first, for two photos of one stranger. */
export interface StrangerRankings<Id> {
  readonly first: readonly Id[];
  readonly second: readonly Id[];
}

/** What strangers are told, and whether they are told it again. Each in [0, 1]. */
export interface StrangerStability {
  /** Share of strangers whose two photos get the same first name. */
  readonly repeatability: number;
  /** Mean share of the first five names that both photos get, in any order. */
  readonly top5Overlap: number;
  /** Largest share of all photos whose first name is one and the same. */
  readonly topNameShare: number;
}

/**
 * Scores rankings of two photos of each stranger.
 *
 * @throws where there are no strangers, or a ranking names fewer than five
 */
export function strangerStability<Id>(
  strangers: readonly StrangerRankings<Id>[],
): StrangerStability {
  assert(strangers.length > 0, "there are no strangers");
  let [repeated, overlap] = [0, 0];
  const firstNames = new Map<Id, number>();
  for (const { first, second } of strangers) {
    assert(first.length >= TOP && second.length >= TOP, `a ranking names fewer than ${TOP} people`);
    if (first[0] === second[0]) repeated++;
    const others = new Set(second.slice(0, TOP));
    overlap += first.slice(0, TOP).filter((id) => others.has(id)).length / TOP;
    for (const name of [first[0]!, second[0]!])
      firstNames.set(name, (firstNames.get(name) ?? 0) + 1);
  }
  return {
    repeatability: repeated / strangers.length,
    top5Overlap: overlap / strangers.length,
    topNameShare: Math.max(...firstNames.values()) / (2 * strangers.length),
  };
}

const TOP = 5;
