import type { FaceFeature } from "../../matching/featureDistances.ts";
import type { FeatureScore } from "../../matching/featureScores.ts";

/** What one sentence says of the features. */
export type FeatureSummary =
  | {
      readonly kind: "alike";
      /** One or two, the most alike first. */
      readonly best: readonly FaceFeature[];
      readonly least: FaceFeature;
    }
  /** Nothing stands out. */
  | { readonly kind: "nothing"; readonly nearest: FaceFeature };

/** A feature is named where it is more alike than in three of four pairs of strangers. Chosen, not measured. */
export const STANDS_OUT = 0.75;

/** @param scores at least one, most alike first */
export function summariseFeatures(scores: readonly FeatureScore[]): FeatureSummary {
  const [first] = scores;
  const last = scores.at(-1);
  if (first === undefined || last === undefined) throw new Error("a face has features");

  const best = scores
    .slice(0, Math.min(2, scores.length - 1))
    .filter(({ moreAlikeThan }) => moreAlikeThan >= STANDS_OUT)
    .map(({ feature }) => feature);
  if (best.length === 0) return { kind: "nothing", nearest: first.feature };
  return { kind: "alike", best, least: last.feature };
}
