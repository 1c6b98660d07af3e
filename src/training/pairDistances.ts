import { type Descriptor, descriptorDistance } from "../face/descriptor.ts";
import { assert } from "../shared/assert.ts";
import { type Random, seededRandom } from "../shared/random.ts";

/** Distances between photos, by whether both show one person. */
export interface PairDistances {
  /** Of pairs of one person. */
  readonly genuine: Float64Array;
  /** Of pairs of different people. */
  readonly impostor: Float64Array;
  /** How many pairs there are of either kind; more than were compared where they were sampled. */
  readonly genuinePairs: number;
  readonly impostorPairs: number;
}

export interface PairLimits {
  /** Pairs compared of either kind: all up to here, above it as many drawn at random. */
  readonly maxPairs: number;
  readonly seed: number;
}

/** Ten million distances of either kind are 160 MB; the gallery of 211 people has 6.2 million pairs. */
export const PAIR_LIMITS: PairLimits = { maxPairs: 10_000_000, seed: 20240521 };

/**
 * Distances of all pairs of photos; of a kind that has more than `maxPairs`,
 * those of a seeded sample of as many, drawn with replacement.
 *
 * Flat in memory however many photos there are: `maxPairs` numbers a kind.
 *
 * @param labels person of each descriptor, a whole number ≥ 0
 */
export function pairDistances(
  descriptors: readonly Descriptor[],
  labels: readonly number[],
  { maxPairs, seed }: PairLimits = PAIR_LIMITS,
): PairDistances {
  assert(descriptors.length === labels.length, `${labels.length} labels`);
  const people = photosByLabel(labels);
  const genuinePairs = people.reduce((sum, photos) => sum + pairsOf(photos.length), 0);
  const impostorPairs = pairsOf(labels.length) - genuinePairs;
  const distance = (i: number, j: number) => descriptorDistance(descriptors[i]!, descriptors[j]!);

  const genuine = new Float64Array(Math.min(genuinePairs, maxPairs));
  if (genuinePairs > maxPairs) {
    const draw = genuineDraw(people, seededRandom(seed));
    for (let at = 0; at < maxPairs; at++) genuine[at] = distance(...draw());
  } else {
    let at = 0;
    for (const photos of people)
      for (let i = 1; i < photos.length; i++)
        for (let j = 0; j < i; j++) genuine[at++] = distance(photos[i]!, photos[j]!);
  }

  const impostor = new Float64Array(Math.min(impostorPairs, maxPairs));
  if (impostorPairs > maxPairs) {
    const draw = impostorDraw(labels, seededRandom(seed + 1));
    for (let at = 0; at < maxPairs; at++) impostor[at] = distance(...draw());
  } else {
    let at = 0;
    for (let i = 1; i < labels.length; i++)
      for (let j = 0; j < i; j++) if (labels[i] !== labels[j]) impostor[at++] = distance(i, j);
  }
  return { genuine, impostor, genuinePairs, impostorPairs };
}

function photosByLabel(labels: readonly number[]): readonly (readonly number[])[] {
  const photos = new Map<number, number[]>();
  for (const [i, label] of labels.entries()) {
    const known = photos.get(label);
    if (known) known.push(i);
    else photos.set(label, [i]);
  }
  return [...photos.values()];
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Every pair of one person equally likely: a person by their pairs, then two of their photos. */
function genuineDraw(
  people: readonly (readonly number[])[],
  random: Random,
): () => [number, number] {
  const upTo = new Float64Array(people.length);
  let total = 0;
  for (const [p, photos] of people.entries()) upTo[p] = total += pairsOf(photos.length);
  return () => {
    const photos = people[firstAbove(upTo, random() * total)]!;
    const [i, j] = twoOf(photos.length, random);
    return [photos[i]!, photos[j]!];
  };
}

/** Any two photos, drawn again while they show one person. */
function impostorDraw(labels: readonly number[], random: Random): () => [number, number] {
  return () => {
    for (;;) {
      const [i, j] = twoOf(labels.length, random);
      if (labels[i] !== labels[j]) return [i, j];
    }
  };
}

/** Two different indices below `count`, every pair equally likely. */
function twoOf(count: number, random: Random): [number, number] {
  const i = Math.floor(random() * count);
  const j = Math.floor(random() * (count - 1));
  return [i, j < i ? j : j + 1];
}

/** Index of the first of the rising values that is above `value`. */
function firstAbove(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
