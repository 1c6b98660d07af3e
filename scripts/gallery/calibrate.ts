/** Stage 7: what distances mean in this gallery. */
import { descriptorDistance, type Descriptor } from "../../src/face/descriptor.ts";
import type { Calibration } from "../../src/matching/calibration.ts";
import { quantiles } from "../../src/matching/quantiles.ts";
import { openSetThreshold } from "../../src/training/openSetThreshold.ts";
import { createReservoir } from "../../src/training/reservoir.ts";
import { meanDescriptor, type Dataset } from "./dataset.ts";

/**
 * Nearly every visitor is a stranger, and asks for a likeness, not for an
 * identity: "nobody really" is for the quarter of them who are farthest from
 * their nearest star. Chosen, not measured; the distance that it comes to is
 * measured.
 */
const ACCEPTED_STRANGERS = 0.75;

/** Below that a quarter is no number to speak of. Unmeasured. */
const MIN_STRANGERS = 20;

/**
 * Distances to prototypes kept of either kind: all of them for 20,000 photos
 * and 200 people, of more a seeded sample. The share that lies below the
 * smallest step of the quantiles (1 in 10,000) is then known to 5 % of itself.
 */
const MAX_DISTANCES = 4_000_000;
const SAMPLE_SEED = 20240523;

/** Distances of photos to prototypes, those of strangers and of the gallery's own people. */
export interface PrototypeDistances {
  /** Of strangers' photos, to everybody's prototype. Of more than `MAX_DISTANCES` a sample. */
  readonly strangers: Float64Array;
  /** Of the gallery's photos, to every other person's prototype. Of more than `MAX_DISTANCES` a sample. */
  readonly others: Float64Array;
  /** Of each photo of the gallery, to the own person's prototype, the photo left out of it. */
  readonly genuine: Float64Array;
  /** Of each stranger's photo, to the nearest prototype. */
  readonly nearestOfStrangers: Float64Array;
  /** Of each photo of the gallery, to the nearest prototype of somebody else. */
  readonly nearestOfOthers: Float64Array;
  /** Of each photo of the gallery, to the nearest prototype, itself left out of its own. */
  readonly nearestOfKnown: Float64Array;
}

/** Cost one distance for each photo and person; memory a few numbers for each photo. */
export function prototypeDistances(
  { people, photos, labels }: Dataset,
  prototypes: readonly Descriptor[],
  strangers: readonly Descriptor[],
  maxDistances = MAX_DISTANCES,
): PrototypeDistances {
  const genuine = new Float64Array(photos.length);
  const nearestOfStrangers = new Float64Array(strangers.length).fill(Infinity);
  const nearestOfOthers = new Float64Array(photos.length).fill(Infinity);
  const toStrangers = createReservoir(maxDistances, SAMPLE_SEED);
  const toOthers = createReservoir(maxDistances, SAMPLE_SEED);
  for (const [i, stranger] of strangers.entries())
    for (const prototype of prototypes) {
      const distance = descriptorDistance(stranger, prototype);
      toStrangers.add(distance);
      nearestOfStrangers[i] = Math.min(nearestOfStrangers[i]!, distance);
    }
  for (const [i, { face }] of photos.entries()) {
    const own = labels[i]!;
    const left = withoutOne(prototypes[own]!, people[own]!.photos.length, face.descriptor);
    genuine[i] = descriptorDistance(face.descriptor, left);
    for (const [label, prototype] of prototypes.entries()) {
      if (label === own) continue;
      const distance = descriptorDistance(face.descriptor, prototype);
      toOthers.add(distance);
      nearestOfOthers[i] = Math.min(nearestOfOthers[i]!, distance);
    }
  }
  return {
    strangers: toStrangers.values(),
    others: toOthers.values(),
    genuine,
    nearestOfStrangers,
    nearestOfOthers,
    nearestOfKnown: genuine.map((distance, i) => Math.min(distance, nearestOfOthers[i]!)),
  };
}

/**
 * Without photos of enough strangers the gallery's people stand in, each a
 * stranger to the others: an approximation, unmeasured.
 */
export function calibrate(distances: PrototypeDistances): Calibration {
  const { nearestOfStrangers, nearestOfOthers } = distances;
  const enough = hasEnoughStrangers(nearestOfStrangers.length);
  const nearest = enough ? nearestOfStrangers : nearestOfOthers;
  return {
    impostor: quantiles(enough ? distances.strangers : distances.others),
    genuine: quantiles(distances.genuine),
    openSetDistance: openSetThreshold(nearest, ACCEPTED_STRANGERS),
    acceptedStrangers: ACCEPTED_STRANGERS,
  };
}

/** Whether so many photos of strangers are something to calibrate on. */
export function hasEnoughStrangers(photos: number): boolean {
  return photos >= MIN_STRANGERS;
}

export function prototypesOf({ people }: Dataset): readonly Descriptor[] {
  return people.map(({ photos }) => meanDescriptor(photos.map(({ face }) => face.descriptor)));
}

function withoutOne(mean: Descriptor, count: number, one: Descriptor): Descriptor {
  return mean.map((value, i) => (value * count - one[i]!) / (count - 1)) as Descriptor;
}
