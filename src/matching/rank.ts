import { type Descriptor, descriptorDistance } from "../face/descriptor.ts";
import { assert } from "../shared/assert.ts";
import type { Calibration } from "./calibration.ts";
import { classProbabilities, type LinearClassifier } from "./logisticRegression.ts";
import { shareAtOrBelow } from "./quantiles.ts";
import { type Uncertainty, uncertainty } from "./uncertainty.ts";

/** What ranking needs of a gallery; `index` i is row i of the classifier. */
export interface Rankable {
  readonly classifier: LinearClassifier;
  readonly prototypes: readonly Descriptor[];
  readonly calibration: Calibration;
}

export interface RankedMatch {
  /** Row of the classifier. */
  readonly index: number;
  /** Calibrated class probability ("if it must be one of these"), in [0, 1]. */
  readonly probability: number;
  /** Share of pairs of different people that are farther apart than this pair, in [0, 1]. */
  readonly similarity: number;
  /** Euclidean distance to the prototype. */
  readonly distance: number;
}

export interface Ranking {
  /** Everybody, most probable first; equally probable ones by distance, then by row. */
  readonly matches: readonly RankedMatch[];
  readonly uncertainty: Uncertainty;
  /** False when even the nearest prototype is beyond the open-set distance: "nobody really". */
  readonly resemblesSomebody: boolean;
}

/**
 * Ranks every person of a gallery for one face. Pure; O(classCount · 128).
 *
 * @throws where prototypes and classifier rows differ in number, or there are none
 */
export function rank(
  { classifier, prototypes, calibration }: Rankable,
  descriptor: Descriptor,
): Ranking {
  assert(
    prototypes.length === classifier.classCount,
    `${prototypes.length} prototypes for ${classifier.classCount} classes`,
  );
  const probabilities = classProbabilities(classifier, descriptor);
  const matches = prototypes.map((prototype, index): RankedMatch => {
    const distance = descriptorDistance(descriptor, prototype);
    return {
      index,
      probability: probabilities[index]!,
      similarity: 1 - shareAtOrBelow(calibration.impostor, distance),
      distance,
    };
  });
  return {
    matches: matches.toSorted((a, b) => b.probability - a.probability || a.distance - b.distance),
    uncertainty: uncertainty(probabilities),
    resemblesSomebody: matches.some(({ distance }) => distance <= calibration.openSetDistance),
  };
}
