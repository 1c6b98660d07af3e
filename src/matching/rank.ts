import { type Descriptor, descriptorDistance, isWithin } from "../face/descriptor.ts";
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
  /** The best `count` people, most probable first; equally probable ones by distance, then by row. */
  readonly matches: readonly RankedMatch[];
  readonly uncertainty: Uncertainty;
  /** False when even the nearest prototype is beyond the open-set distance: "nobody really". */
  readonly resemblesSomebody: boolean;
}

/**
 * Ranks the people of a gallery for one face. Pure; O(classCount · 128), and
 * nothing is allocated for people who are not among the best `count`.
 *
 * @param count everybody if absent
 * @throws where prototypes and classifier rows differ in number, or there are none
 */
export function rank(
  { classifier, prototypes, calibration }: Rankable,
  descriptor: Descriptor,
  count = prototypes.length,
): Ranking {
  assert(
    prototypes.length === classifier.classCount,
    `${prototypes.length} prototypes for ${classifier.classCount} classes`,
  );
  const probabilities = classProbabilities(classifier, descriptor);
  const distanceOf = (index: number) => descriptorDistance(descriptor, prototypes[index]!);
  const order = (a: number, b: number) =>
    probabilities[b]! - probabilities[a]! || distanceOf(a) - distanceOf(b) || a - b;
  const matches = bestOf(prototypes.length, count, order).map((index): RankedMatch => {
    const distance = distanceOf(index);
    return {
      index,
      probability: probabilities[index]!,
      similarity: 1 - shareAtOrBelow(calibration.impostor, distance),
      distance,
    };
  });
  const { openSetDistance } = calibration;
  return {
    matches,
    uncertainty: uncertainty(probabilities),
    resemblesSomebody: prototypes.some((prototype) =>
      isWithin(descriptor, prototype, openSetDistance),
    ),
  };
}

/** Of the numbers below `length` those that come first. One comparison for each that does not. */
function bestOf(
  length: number,
  count: number,
  order: (a: number, b: number) => number,
): readonly number[] {
  if (count >= length) return Array.from({ length }, (_, i) => i).sort(order);
  const best: number[] = [];
  for (let i = 0; i < length; i++) {
    let place = best.length;
    while (place > 0 && order(i, best[place - 1]!) < 0) place--;
    if (place === count) continue;
    best.splice(place, 0, i);
    if (best.length > count) best.pop();
  }
  return best;
}
