import { assert } from "../shared/assert.ts";

/** Samples with the person each is said to show. */
export interface LabelledVectors {
  /** Shape [sampleCount], all of one length; compared by Euclidean distance. */
  readonly descriptors: readonly ArrayLike<number>[];
  /** Shape [sampleCount], each a whole number in [0, classCount). */
  readonly labels: readonly number[];
  /** Shape [sampleCount]: samples of one group are nearly the same picture. */
  readonly groups: readonly unknown[];
  readonly classCount: number;
}

/**
 * How far a sample is from the photos of a person, its own copies left aside: the
 * distance within which the nearest `share` of them lie, between two of them interpolated.
 *
 * Less than half, because a person looks like only some of their photos: another
 * age, another beard. Nothing near 0, because a wrong photo seldom comes alone.
 */
export type PersonDistance = (sample: number, person: number) => number;

/**
 * @param share in [0, 1]: 0 = the nearest photo, 0.5 = the median
 * @returns the distance; infinite where a person has no photo but copies of the sample
 * @throws where the lengths differ
 *
 * Cost of one call: the person's photos times the length of a descriptor.
 */
export function personDistance(
  { descriptors, labels, groups, classCount }: LabelledVectors,
  share: number,
): PersonDistance {
  assert(labels.length === descriptors.length, `${labels.length} labels`);
  assert(groups.length === descriptors.length, `${groups.length} groups`);
  const photos = Array.from({ length: classCount }, (): number[] => []);
  for (const [sample, label] of labels.entries()) photos[label]!.push(sample);

  return (sample, person) => {
    const others = photos[person]!.filter((other) => groups[other] !== groups[sample]);
    const distances = Float64Array.from(others, (other) =>
      distance(descriptors[sample]!, descriptors[other]!),
    ).sort();
    return quantile(distances, share);
  };
}

function quantile(ascending: Float64Array, share: number): number {
  if (ascending.length === 0) return Infinity;
  const at = share * (ascending.length - 1);
  const below = Math.floor(at);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (at - below) * (high - low);
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(sum);
}
