/** Stages 4 and 5: the classifier, its C, its temperature, and its out-of-fold scores. */
import { crossValidate } from "../../src/training/crossValidate.ts";
import type { Fitter, FitOptions } from "../../src/training/fitLogisticRegression.ts";
import { fitFromPrototypes } from "../../src/training/fitFromPrototypes.ts";
import type { StrangerPhotos } from "../../src/training/evenedBiases.ts";
import type { ObjectiveFactory } from "../../src/training/multinomialObjective.ts";
import { groupedStratifiedFolds } from "../../src/training/folds.ts";
import {
  expectedCalibrationError,
  logLoss,
  macroF1,
  predictedLabels,
  topKAccuracy,
} from "../../src/training/identificationScores.ts";
import {
  balancedWeights,
  labelledSamples,
  type LabelledSamples,
} from "../../src/training/labelledSamples.ts";
import { fitTemperature, rowProbabilities } from "../../src/training/temperature.ts";

export interface TrainingInput {
  readonly descriptors: readonly Float32Array[];
  readonly labels: readonly number[];
  readonly groups: readonly string[];
  readonly classCount: number;
  /** People for whom no name is to come up too often; absent: names come up as they may. */
  readonly strangers?: StrangerPhotos;
}

/** Out of fold: each photo judged by a model that saw neither it nor a copy of it. Fractions; log loss in nats. */
export interface IdentificationScores {
  readonly top1: number;
  readonly top5: number;
  readonly macroF1: number;
  readonly logLoss: number;
  /** Of the log loss. */
  readonly standardError: number;
  /** Expected calibration error, 15 bins, at the temperature. */
  readonly ece: number;
  readonly photos: number;
  readonly people: number;
}

export interface CrossValidated {
  readonly c: number;
  readonly temperature: number;
  readonly scores: IdentificationScores;
}

export interface Trained extends CrossValidated {
  /** Every C tried, in order. */
  readonly tried: readonly CrossValidated[];
  /** Shape [classCount, 128], row-major. */
  readonly weights: readonly number[];
  readonly biases: readonly number[];
}

export const FOLDS = 5;
export const SEED = 20240501;
/** Half decades. The prior is nearly the answer: log loss and stability hardly depend on C (docs/stability.md). */
export const C_GRID: readonly number[] = [1, 3, 10, 30];

/** The choice of C needs no last digits; the model that is shipped does. */
export const SEARCH_TOLERANCE = 1e-3;
const FINAL_TOLERANCE = 1e-6;

/**
 * Fits the classifier (`fitFromPrototypes`) with the smallest C whose
 * out-of-fold log loss is within a standard error of the best. Classes weigh
 * the same however many photos they have.
 *
 * @param onStep told before each fit of some seconds
 * @param objective who computes it; absent: one thread, in JavaScript
 * @throws when a fit does not converge
 *
 * Source: the one-standard-error rule of Hastie, Tibshirani & Friedman, The
 * Elements of Statistical Learning (2009), §7.10.
 */
export function train(
  input: TrainingInput,
  onStep: (what: string) => void,
  objective?: ObjectiveFactory,
): Trained {
  const tried = C_GRID.map((c) => {
    onStep(`${FOLDS} folds at C = ${c}`);
    return crossValidated(input, c, objective);
  });
  const best = simplestOfTheBest(tried);
  onStep(`all photos at C = ${best.c}`);
  const fit = fitterOf(input)(samplesOf(input), {
    c: best.c,
    gradientTolerance: FINAL_TOLERANCE,
    ...given(objective),
  });
  if (!fit.ok) throw new Error(`The classifier: ${JSON.stringify(fit.error)}`);
  return { ...best, tried, weights: [...fit.value.weights], biases: [...fit.value.biases] };
}

/** @param tried by ascending C, at least one */
export function simplestOfTheBest(tried: readonly CrossValidated[]): CrossValidated {
  const { logLoss, standardError } = tried
    .map(({ scores }) => scores)
    .reduce((a, b) => (b.logLoss < a.logLoss ? b : a));
  return tried.find(({ scores }) => scores.logLoss <= logLoss + standardError)!;
}

/** Grouped, stratified 5-fold scores at one C, with the temperature that fits them. */
export function crossValidated(
  input: TrainingInput,
  c: number,
  objective?: ObjectiveFactory,
): CrossValidated {
  const { labels, groups, classCount } = input;
  const folds = groupedStratifiedFolds(labels, groups, FOLDS, SEED);
  const fit = fitterOf(input);
  const options = { c, gradientTolerance: SEARCH_TOLERANCE, fit, ...given(objective) };
  const logits = crossValidate(samplesOf(input), folds, options);
  if (!logits.ok) throw new Error(`Cross-validation: ${JSON.stringify(logits.error)}`);
  const temperature = fitTemperature(logits.value, labels);
  const probabilities = rowProbabilities(logits.value, classCount, temperature);
  return {
    c,
    temperature,
    scores: {
      top1: topKAccuracy(probabilities, labels, 1),
      top5: topKAccuracy(probabilities, labels, 5),
      macroF1: macroF1(labels, predictedLabels(probabilities, labels.length)),
      logLoss: logLoss(probabilities, labels),
      standardError: standardErrorOfLogLoss(probabilities, labels),
      ece: expectedCalibrationError(probabilities, labels),
      photos: labels.length,
      people: classCount,
    },
  };
}

export function fitterOf({ strangers }: Pick<TrainingInput, "strangers">): Fitter {
  return (samples, options) => fitFromPrototypes(samples, options, strangers);
}

function standardErrorOfLogLoss(probabilities: Float64Array, labels: readonly number[]): number {
  const classCount = probabilities.length / labels.length;
  const losses = labels.map((label, i) =>
    logLoss(probabilities.subarray(i * classCount, (i + 1) * classCount), [label]),
  );
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const squares = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0);
  return Math.sqrt(squares / (losses.length - 1) / losses.length);
}

function given(objective: ObjectiveFactory | undefined): Pick<FitOptions, "objective"> {
  return objective === undefined ? {} : { objective };
}

/** Classes weigh the same however many photos they have. */
export function samplesOf({ descriptors, labels, classCount }: TrainingInput): LabelledSamples {
  const samples = labelledSamples(descriptors, labels, classCount);
  return { ...samples, sampleWeights: balancedWeights(samples.labels, classCount) };
}
