/** Stage 5, second half: what distances mean in this gallery. */
import { descriptorDistance, type Descriptor } from "../../src/face/descriptor.ts";
import type { Calibration } from "../../src/matching/calibration.ts";
import { quantiles } from "../../src/matching/quantiles.ts";
import { openSetThreshold } from "../../src/training/openSetThreshold.ts";
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

/** Distances of photos to prototypes, those of strangers and of the gallery's own people. */
export interface PrototypeDistances {
  /** Of strangers' photos, to everybody's prototype. */
  readonly strangers: readonly number[];
  /** Of the gallery's photos, to every other person's prototype. */
  readonly others: readonly number[];
  /** To the own person's prototype, the photo left out of it. */
  readonly genuine: readonly number[];
  /** Of each stranger's photo, to the nearest prototype. */
  readonly nearestOfStrangers: readonly number[];
  /** Of each photo of the gallery, to the nearest prototype of somebody else. */
  readonly nearestOfOthers: readonly number[];
  /** Of each photo of the gallery, to the nearest prototype, itself left out of its own. */
  readonly nearestOfKnown: readonly number[];
}

export function prototypeDistances(
  { people, photos, labels }: Dataset,
  prototypes: readonly Descriptor[],
  strangers: readonly Descriptor[],
): PrototypeDistances {
  const toStrangers: number[] = [];
  const toOthers: number[] = [];
  const genuine: number[] = [];
  const nearestOfStrangers: number[] = [];
  const nearestOfOthers: number[] = [];
  const nearestOfKnown: number[] = [];
  for (const stranger of strangers) {
    const distances = prototypes.map((prototype) => descriptorDistance(stranger, prototype));
    nearestOfStrangers.push(smallest(distances));
    append(toStrangers, distances);
  }
  for (const [i, { face }] of photos.entries()) {
    const own = labels[i]!;
    const count = people[own]!.photos.length;
    const left = withoutOne(prototypes[own]!, count, face.descriptor);
    const distances = prototypes.map((prototype, label) =>
      descriptorDistance(face.descriptor, label === own ? left : prototype),
    );
    nearestOfKnown.push(smallest(distances));
    genuine.push(distances[own]!);
    const elsewhere = distances.toSpliced(own, 1);
    nearestOfOthers.push(smallest(elsewhere));
    append(toOthers, elsewhere);
  }
  return {
    strangers: toStrangers,
    others: toOthers,
    genuine,
    nearestOfStrangers,
    nearestOfOthers,
    nearestOfKnown,
  };
}

/**
 * Without photos of enough strangers the gallery's people stand in, each a
 * stranger to the others: an approximation, unmeasured.
 */
export function calibrate(distances: PrototypeDistances): Calibration {
  const { nearestOfStrangers, nearestOfOthers } = distances;
  const enough = nearestOfStrangers.length >= MIN_STRANGERS;
  const nearest = enough ? nearestOfStrangers : nearestOfOthers;
  return {
    impostor: quantiles(enough ? distances.strangers : distances.others),
    genuine: quantiles(distances.genuine),
    openSetDistance: openSetThreshold(nearest, ACCEPTED_STRANGERS),
    acceptedStrangers: ACCEPTED_STRANGERS,
  };
}

export function prototypesOf({ people }: Dataset): readonly Descriptor[] {
  return people.map(({ photos }) => meanDescriptor(photos.map(({ face }) => face.descriptor)));
}

function withoutOne(mean: Descriptor, count: number, one: Descriptor): Descriptor {
  return mean.map((value, i) => (value * count - one[i]!) / (count - 1)) as Descriptor;
}

/** Not by spreading into `push`: its arguments go on the stack. */
function append(all: number[], more: readonly number[]): void {
  for (const value of more) all.push(value);
}

function smallest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
