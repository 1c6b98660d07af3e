import { assert } from "../shared/assert.ts";
import { seededRandom, shuffled } from "../shared/random.ts";
import { groupMembers } from "./folds.ts";
import { countAllowed } from "./sortedValues.ts";

/** Labels of which some are known to be wrong. Shape [sampleCount] each. */
export interface PlantedErrors {
  readonly labels: readonly number[];
  readonly isPlanted: readonly boolean[];
}

/**
 * Gives whole groups to wrong people until a share of the samples is
 * mislabelled: what a search for wrong labels is tried on. Every other person
 * is as likely as the next.
 *
 * Nobody is left with fewer than two groups of their own: with less a person
 * is not in every model of a cross-validation.
 *
 * @param groups samples of one group move together; a group that spans people stays
 * @param share of the samples, in [0, 1]; met exactly where the groups allow, never passed
 * @throws with fewer than two people, or where the lengths differ
 */
export function plantErrors(
  { labels, groups, classCount }: LabelledGroups,
  share: number,
  seed: number,
): PlantedErrors {
  assert(classCount >= 2, `${classCount} people`);
  assert(groups.length === labels.length, `${groups.length} groups for ${labels.length} labels`);
  const members = groupMembers(groups).filter((group) => hasOneLabel(group, labels));
  const groupsLeft = new Int32Array(classCount);
  for (const group of members) groupsLeft[labels[group[0]!]!]!++;

  const random = seededRandom(seed);
  const planted = [...labels];
  let left = countAllowed(labels.length, share);
  for (const group of shuffled(members, random)) {
    const label = labels[group[0]!]!;
    if (group.length > left || groupsLeft[label]! <= MIN_GROUPS) continue;
    groupsLeft[label]!--;
    left -= group.length;
    const wrong = (label + 1 + Math.floor(random() * (classCount - 1))) % classCount;
    for (const sample of group) planted[sample] = wrong;
  }
  return { labels: planted, isPlanted: planted.map((label, i) => label !== labels[i]) };
}

export interface LabelledGroups {
  /** Shape [sampleCount], each a whole number in [0, classCount). */
  readonly labels: readonly number[];
  /** Shape [sampleCount]. */
  readonly groups: readonly unknown[];
  readonly classCount: number;
}

const MIN_GROUPS = 2;

function hasOneLabel(group: readonly number[], labels: readonly number[]): boolean {
  return group.every((sample) => labels[sample] === labels[group[0]!]);
}
