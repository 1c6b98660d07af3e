import { assert } from "../shared/assert.ts";
import { seededRandom, shuffled } from "../shared/random.ts";

/**
 * Deals samples into folds so that no group is split (a photo and its mirror
 * image, two copies of one photo) and every class is spread evenly.
 *
 * Largest groups first, in seeded order within a size; each goes to the fold
 * that holds fewest of its classes, then fewest samples.
 *
 * @param labels class of each sample
 * @param groups group of each sample; anything that can be a Map's key
 * @returns the fold of each sample, in [0, foldCount)
 * @throws with fewer than two folds, or fewer groups than folds
 */
export function groupedStratifiedFolds(
  labels: ArrayLike<number>,
  groups: readonly unknown[],
  foldCount: number,
  seed: number,
): Int32Array {
  assert(Number.isInteger(foldCount) && foldCount >= 2, `${foldCount} folds`);
  assert(groups.length === labels.length, `${groups.length} groups for ${labels.length} labels`);
  const members = groupMembers(groups);
  assert(members.length >= foldCount, `${members.length} groups for ${foldCount} folds`);

  const ordered = shuffled(members, seededRandom(seed)).sort((a, b) => b.length - a.length);
  const folds = new Int32Array(labels.length);
  const sizes = new Array<number>(foldCount).fill(0);
  const classCounts = Array.from({ length: foldCount }, () => new Map<number, number>());
  for (const group of ordered) {
    const classes = group.map((sample) => labels[sample]!);
    const load = classCounts.map((counts) =>
      classes.reduce((sum, label) => sum + (counts.get(label) ?? 0), 0),
    );
    const fold = indexOfSmallest(load, sizes);
    for (const sample of group) folds[sample] = fold;
    sizes[fold]! += group.length;
    const counts = classCounts[fold]!;
    for (const label of classes) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return folds;
}

/** Samples of each group, groups in order of first appearance. */
export function groupMembers(groups: readonly unknown[]): number[][] {
  const members = new Map<unknown, number[]>();
  for (const [sample, group] of groups.entries()) {
    const known = members.get(group);
    if (known) known.push(sample);
    else members.set(group, [sample]);
  }
  return [...members.values()];
}

function indexOfSmallest(first: readonly number[], second: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < first.length; i++)
    if (first[i]! < first[best]! || (first[i] === first[best] && second[i]! < second[best]!))
      best = i;
  return best;
}
