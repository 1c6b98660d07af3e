/** The gallery's photos, each judged by a model that saw neither it nor a copy of it. */
import { createHash } from "node:crypto";

import type { StrangerPhotos } from "../../../src/training/evenedBiases.ts";
import type { LogisticFit } from "../../../src/training/fitLogisticRegression.ts";
import {
  fitFoldModels,
  outOfFoldOutcomes,
  type Outcomes,
} from "../../../src/training/foldModels.ts";
import { groupedStratifiedFolds } from "../../../src/training/folds.ts";
import type { Dataset } from "../dataset.ts";
import { cachedStage } from "../stageCache.ts";
import {
  FOLDS,
  fitterOf,
  samplesOf,
  SEARCH_TOLERANCE,
  SEED,
  type TrainingInput,
} from "../train.ts";

/** Raised when the models come out otherwise: they are kept between runs. */
const VERSION = 2;

/** The models of the cross-validation that chose C, and which of them has not seen a photo. */
export interface FoldModels {
  /** Fold of each photo: index into `models`. */
  readonly folds: Int32Array;
  readonly models: readonly LogisticFit[];
}

/**
 * Fits them anew, with the folds of `crossValidated`, unless an earlier run did.
 *
 * @throws when a fit does not converge
 */
export async function foldModels(
  dataset: Dataset,
  c: number,
  cacheDir: string,
  strangers?: StrangerPhotos,
): Promise<FoldModels> {
  const input = trainingInput(dataset, strangers);
  const { labels, groups } = input;
  const folds = groupedStratifiedFolds(labels, groups, FOLDS, SEED);
  const key = [VERSION, dataset.sha256, folds.join(), c, keyOf(strangers)].join("\n");
  const kept = await cachedStage({ cacheDir, stage: "foldModels", key }, () =>
    fitted(input, folds, c).map((model) => ({
      ...model,
      weights: [...model.weights],
      biases: [...model.biases],
    })),
  );
  const models = kept.map((model) => ({
    ...model,
    weights: Float64Array.from(model.weights),
    biases: Float64Array.from(model.biases),
  }));
  return { folds, models };
}

export function galleryOutcomes(
  dataset: Dataset,
  { folds, models }: FoldModels,
  temperature: number,
): Outcomes {
  return outOfFoldOutcomes(samplesOf(trainingInput(dataset)), folds, models, temperature);
}

export function trainingInput(
  { people, photos, labels, groups }: Dataset,
  strangers?: StrangerPhotos,
): TrainingInput {
  const descriptors = photos.map(({ face }) => face.descriptor);
  const input = { descriptors, labels, groups, classCount: people.length };
  return strangers ? { ...input, strangers } : input;
}

/** Of what is kept between runs and depends on these photos. */
export function keyOf(strangers: StrangerPhotos | undefined): string {
  if (!strangers) return "";
  const { inputs, weights } = strangers;
  return createHash("sha256").update(inputs).update(weights).digest("hex");
}

function fitted(input: TrainingInput, folds: Int32Array, c: number): readonly LogisticFit[] {
  const options = { c, gradientTolerance: SEARCH_TOLERANCE, fit: fitterOf(input) };
  const models = fitFoldModels(samplesOf(input), folds, options);
  if (!models.ok) throw new Error(`Cross-validation: ${JSON.stringify(models.error)}`);
  return models.value;
}
