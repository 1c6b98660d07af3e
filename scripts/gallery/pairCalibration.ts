/** Stage 7, two visitors compared with each other: what the distance between two photos means. */
import type { PairCalibration } from "../../src/matching/calibration.ts";
import { quantiles } from "../../src/matching/quantiles.ts";
import { pairDistances, type PairLimits } from "../../src/training/pairDistances.ts";
import { hasEnoughStrangers } from "./calibrate.ts";
import type { Dataset } from "./dataset.ts";
import type { UsablePhoto } from "./faces.ts";
import { featureDistributions } from "./featureDistributions.ts";

/** Enough to know the smallest step of the quantiles (1 in 10,000) to a tenth of itself. */
const LIMITS: PairLimits = { maxPairs: 1_000_000, seed: 20240812 };
/** Of different people: all pairs of 1,000 photos are half a million shapes compared, some seconds. */
const MAX_PHOTOS = 1000;

interface LabelledPhotos {
  readonly photos: readonly UsablePhoto[];
  /** Who is in each. */
  readonly labels: readonly number[];
}

/**
 * @param strangers the usable photos of each; where they are too few the gallery's people stand in
 * @returns nothing where the photos make no pair of one person, or none of two
 */
export function pairCalibration(
  dataset: Dataset,
  strangers: readonly (readonly UsablePhoto[])[],
): PairCalibration | undefined {
  const own = withoutCopies(dataset);
  const others = hasEnoughStrangers(strangers.flat().length) ? labelled(strangers) : own;
  const compared = evenlyThinned(others, MAX_PHOTOS);
  const { genuine } = distancesOf(own);
  const { impostor } = distancesOf(compared);
  if (genuine.length === 0 || impostor.length === 0) return undefined;
  const landmarks = compared.photos.map(({ face }) => face.landmarks);
  const features = featureDistributions(
    landmarks,
    landmarks,
    (first, second) => second < first && compared.labels[first] !== compared.labels[second],
  )!;
  return { impostor: quantiles(impostor), genuine: quantiles(genuine), features };
}

/** One photo of each group: two copies of a picture are no second look at a face. */
function withoutCopies({ photos, labels, groups }: Dataset): LabelledPhotos {
  const firstOf = new Map(groups.map((group, i) => [group, i] as const).toReversed());
  return selected({ photos, labels }, (i) => firstOf.get(groups[i]!) === i);
}

function labelled(people: readonly (readonly UsablePhoto[])[]): LabelledPhotos {
  return { photos: people.flat(), labels: people.flatMap((photos, i) => photos.map(() => i)) };
}

function evenlyThinned(all: LabelledPhotos, most: number): LabelledPhotos {
  const step = Math.max(1, all.photos.length / most);
  return selected(all, (i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function selected({ photos, labels }: LabelledPhotos, isIn: (i: number) => boolean) {
  return { photos: photos.filter((_, i) => isIn(i)), labels: labels.filter((_, i) => isIn(i)) };
}

function distancesOf({ photos, labels }: LabelledPhotos) {
  return pairDistances(
    photos.map(({ face }) => face.descriptor),
    labels,
    LIMITS,
  );
}
