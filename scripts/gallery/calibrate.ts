/** Stage 5, second half: what distances mean in this gallery. */
import { descriptorDistance, type Descriptor } from "../../src/face/descriptor.ts";
import type { Calibration } from "../../src/matching/calibration.ts";
import { quantiles } from "../../src/matching/quantiles.ts";
import { openSetThreshold } from "../../src/training/openSetThreshold.ts";
import { meanDescriptor, type Dataset } from "./dataset.ts";

/** One stranger in twenty may be told a name without being told "nobody really". Chosen, not measured. */
export const ACCEPTED_STRANGERS = 0.05;

/** Distances of photos to prototypes, those of strangers and of the gallery's own people. */
export interface PrototypeDistances {
  /** To every other person's prototype; strangers to everybody's. */
  readonly impostor: readonly number[];
  /** To the own person's prototype, the photo left out of it. */
  readonly genuine: readonly number[];
  /** Of each stranger's photo, to the nearest prototype. */
  readonly nearestOfStrangers: readonly number[];
  /** Of each photo of the gallery, to the nearest prototype, itself left out of its own. */
  readonly nearestOfKnown: readonly number[];
}

export function prototypeDistances(
  { people, photos, labels }: Dataset,
  prototypes: readonly Descriptor[],
  strangers: readonly Descriptor[],
): PrototypeDistances {
  const impostor: number[] = [];
  const genuine: number[] = [];
  const nearestOfStrangers: number[] = [];
  const nearestOfKnown: number[] = [];
  for (const stranger of strangers) {
    const distances = prototypes.map((prototype) => descriptorDistance(stranger, prototype));
    nearestOfStrangers.push(smallest(distances));
    append(impostor, distances);
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
    append(impostor, distances.toSpliced(own, 1));
  }
  return { impostor, genuine, nearestOfStrangers, nearestOfKnown };
}

/** @throws when there are no strangers: without them nobody can be told "nobody really" */
export function calibrate(distances: PrototypeDistances): Calibration {
  if (distances.nearestOfStrangers.length === 0)
    throw new Error("No usable photo of a stranger: a gallery cannot be calibrated without.");
  return {
    impostor: quantiles(distances.impostor),
    genuine: quantiles(distances.genuine),
    openSetDistance: openSetThreshold(distances.nearestOfStrangers, ACCEPTED_STRANGERS),
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
