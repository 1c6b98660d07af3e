import type { Landmarks } from "../face/geometry.ts";
import { normaliseShape } from "../face/normaliseShape.ts";
import type { Quantiles } from "./calibration.ts";
import { FACE_FEATURES, type FaceFeature, featureDistances } from "./featureDistances.ts";
import { shareAtOrBelow } from "./quantiles.ts";

/** How alike two faces are in one feature. */
export interface FeatureScore {
  readonly feature: FaceFeature;
  /** Of featureDistances, in eye distances. */
  readonly distance: number;
  /** Share of pairs of different people that are less alike in this feature, in [0, 1]. */
  readonly moreAlikeThan: number;
}

/**
 * Scores every feature of two faces, the most alike first; equals stand in the
 * order of FACE_FEATURES.
 *
 * @param first landmarks in px of any upright or turned photo, like `second`; each is normalised here
 * @param distributions of the same distances between different people
 * @throws when the eyes of a face coincide
 */
export function featureScores(
  first: Landmarks,
  second: Landmarks,
  distributions: Readonly<Record<FaceFeature, Quantiles>>,
): readonly FeatureScore[] {
  const distances = featureDistances(normaliseShape(first), normaliseShape(second));
  return FACE_FEATURES.map((feature) => {
    const distance = distances[feature];
    return {
      feature,
      distance,
      moreAlikeThan: 1 - shareAtOrBelow(distributions[feature], distance),
    };
  }).toSorted((a, b) => b.moreAlikeThan - a.moreAlikeThan);
}
