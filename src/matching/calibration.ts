import type { FaceFeature } from "./featureDistances.ts";

/**
 * What the distances of this gallery mean, measured when it was built.
 *
 * A distance here is from one photo's descriptor to a person's prototype (mean
 * descriptor), but for those of `pairs`.
 */
export interface Calibration {
  /** Distances between strangers' photos and everybody's prototype; without strangers, between the gallery's photos and other people's. */
  readonly impostor: Quantiles;
  /** Distances between photos and their own person's prototype, that photo left out of it. */
  readonly genuine: Quantiles;
  /**
   * Above this smallest distance the answer is "nobody really": the largest
   * distance at which no more than `acceptedStrangers` of the strangers get a name.
   */
  readonly openSetDistance: number;
  /** In (0, 1). */
  readonly acceptedStrangers: number;
  /**
   * Distances in each feature (featureDistances) between the same photos as in
   * `impostor` and everybody's mean shape. Absent in galleries of before.
   */
  readonly features?: Readonly<Record<FaceFeature, Quantiles>>;
  /** For two visitors compared with each other. Absent in galleries of before. */
  readonly pairs?: PairCalibration;
}

/**
 * What the distance between two photos' descriptors means. Larger than between
 * a photo and a prototype: both ends have their own light and expression.
 */
export interface PairCalibration {
  /** Between photos of two people: of strangers; without enough of them, of the gallery's people. */
  readonly impostor: Quantiles;
  /** Between two photos of one person of the gallery, copies of a picture left out. */
  readonly genuine: Quantiles;
  /** In each feature (featureDistances), between two photos of the people of `impostor`. */
  readonly features: Readonly<Record<FaceFeature, Quantiles>>;
}

/** A distribution as its quantiles: a share `probabilities[i]` of it lies at or below `values[i]`. */
export interface Quantiles {
  /** Ascending, from 0 to 1, finer towards 0 where the answers lie. */
  readonly probabilities: readonly number[];
  /** Ascending (equal neighbours allowed), the same length. */
  readonly values: readonly number[];
  /** How many distances it was measured on; where there were too many to keep, the size of the sample. */
  readonly count: number;
}
