import { descriptorDistance } from "../../face/descriptor.ts";
import { SAME_PERSON_DISTANCE } from "../../face/samePerson.ts";
import type { PairCalibration } from "../../matching/calibration.ts";
import { featureScores, type FeatureScore } from "../../matching/featureScores.ts";
import { shareAtOrBelow } from "../../matching/quantiles.ts";
import type { Reading } from "../capture/reading.ts";

/** How alike two people are, in five words. */
export type Likeness =
  /** No farther apart than two photos of one person: the same one twice, a twin, a double. */
  | "likeOnePerson"
  /** Of 20 pairs of strangers at most one is as alike. */
  | "striking"
  /** Of 5 at most one. */
  | "clear"
  /** More alike than most strangers. */
  | "some"
  | "little";

/** How alike two photographed people are. */
export interface PairAnswer {
  /** Between the two descriptors, Euclidean. */
  readonly distance: number;
  /** Share of pairs of strangers' photos that are farther apart, in [0, 1]. */
  readonly similarity: number;
  readonly likeness: Likeness;
  /** Most alike first. */
  readonly features: readonly FeatureScore[];
}

/** The least similarity that each word takes. Chosen, not measured: one in twenty, in five, in two. */
const WORDS: readonly (readonly [least: number, Likeness])[] = [
  [0.95, "striking"],
  [0.8, "clear"],
  [0.5, "some"],
];

/**
 * Compares two people by their photos. Pure; the order of the two changes nothing.
 *
 * @param pairs measured between single photos; means of several lie a little
 *   nearer to each other, so their likeness comes out a little high
 * @throws when the eyes of a face coincide
 */
export function comparePair(first: Reading, second: Reading, pairs: PairCalibration): PairAnswer {
  const distance = descriptorDistance(first.face.descriptor, second.face.descriptor);
  const similarity = 1 - shareAtOrBelow(pairs.impostor, distance);
  return {
    distance,
    similarity,
    likeness: likenessOf(distance, similarity),
    features: featureScores(first.face.landmarks, second.face.landmarks, pairs.features),
  };
}

function likenessOf(distance: number, similarity: number): Likeness {
  if (distance <= SAME_PERSON_DISTANCE) return "likeOnePerson";
  return WORDS.find(([least]) => similarity >= least)?.[1] ?? "little";
}
