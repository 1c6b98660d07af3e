import type { LinearClassifier } from "../matching/logisticRegression.ts";
import { assert } from "../shared/assert.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { gramPreconditioner } from "./gramPreconditioner.ts";
import { assertSamples, classSizes, type LabelledSamples } from "./labelledSamples.ts";
import { minimise, type Minimum } from "./lbfgs.ts";
import { addProduct } from "./matrixProduct.ts";
import { multinomialObjective, type ObjectiveFactory } from "./multinomialObjective.ts";

export interface FitOptions {
  /** How much the samples weigh against the penalty; > 0. Larger fits closer. */
  readonly c: number;
  /** Largest part of the gradient, divided by max(1, C), at which the fit is done. */
  readonly gradientTolerance?: number;
  readonly maxIterations?: number;
  /** Who computes; absent: `multinomialObjective`, on this thread. */
  readonly objective?: ObjectiveFactory;
  /**
   * What the penalty measures from, the biases' distance included, and where
   * the fit starts. Absent: weights of zero, and biases that cost nothing.
   */
  readonly prior?: LinearModel;
}

/** Logits W·x + b in full precision. */
export interface LinearModel {
  /** Shape [classCount, inputLength], row-major. */
  readonly weights: Float64Array;
  /** Shape [classCount]. */
  readonly biases: Float64Array;
}

/** As `fitLogisticRegression`; another one may prepare the samples first. */
export type Fitter = (
  samples: LabelledSamples,
  options: FitOptions,
) => Result<LogisticFit, FitError>;

/** For those who fit several times. */
export interface FitterOptions extends FitOptions {
  /** Absent: `fitLogisticRegression`. */
  readonly fit?: Fitter;
}

/** A fitted model in full precision. */
export interface LogisticFit extends LinearModel {
  readonly classCount: number;
  readonly inputLength: number;
  /** C · Σ weighted cross-entropy + ½‖weights‖², or with a prior + ½‖distance from it‖². */
  readonly objective: number;
  readonly gradientMax: number;
  readonly iterations: number;
  readonly evaluations: number;
}

export type FitError =
  /** A class without a sample: its bias would run to minus infinity. */
  | { readonly kind: "emptyClass"; readonly label: number }
  | {
      readonly kind: "notConverged";
      readonly ended: Minimum["ended"];
      readonly gradientMax: number;
    };

const GRADIENT_TOLERANCE = 1e-6;
const MAX_ITERATIONS = 5000;

/**
 * Fits a multinomial logistic regression with an L2 penalty to convergence,
 * from zero or from the prior, deterministically.
 *
 * @throws where samples or C break their contract
 *
 * Source: as scikit-learn's LogisticRegression(multi_class="multinomial",
 * solver="lbfgs", penalty="l2"), whose optimum it reaches.
 */
export function fitLogisticRegression(
  samples: LabelledSamples,
  options: FitOptions,
): Result<LogisticFit, FitError> {
  const {
    c,
    gradientTolerance = GRADIENT_TOLERANCE,
    maxIterations = MAX_ITERATIONS,
    objective = multinomialObjective,
    prior,
  } = options;
  assertSamples(samples);
  assert(c > 0 && Number.isFinite(c), `C is ${c}`);
  const { classCount, inputLength, labels } = samples;
  const emptyLabel = classSizes(labels, classCount).indexOf(0);
  if (emptyLabel !== -1) return fail({ kind: "emptyClass", label: emptyLabel });

  const weightCount = classCount * inputLength;
  const start = new Float64Array(weightCount + classCount);
  start.set(prior?.weights ?? []);
  start.set(prior?.biases ?? [], weightCount);
  const found = minimise(objective(samples, c, prior && start.slice()), start, {
    gradientTolerance: gradientTolerance * Math.max(1, c),
    maxIterations,
    precondition: gramPreconditioner(samples, c),
  });
  if (found.ended !== "converged")
    return fail({ kind: "notConverged", ended: found.ended, gradientMax: found.gradientMax });

  return ok({
    classCount,
    inputLength,
    weights: found.point.slice(0, weightCount),
    biases: found.point.slice(weightCount),
    objective: found.value,
    gradientMax: found.gradientMax,
    iterations: found.iterations,
    evaluations: found.evaluations,
  });
}

/** The fit as the app uses it: single precision, with the temperature found on held-out samples. */
export function toLinearClassifier(fit: LogisticFit, temperature: number): LinearClassifier {
  assert(temperature > 0 && Number.isFinite(temperature), `the temperature is ${temperature}`);
  return {
    classCount: fit.classCount,
    inputLength: fit.inputLength,
    weights: Float32Array.from(fit.weights),
    biases: Float32Array.from(fit.biases),
    temperature,
  };
}

/** W·x + b of every sample: shape [sampleCount, classCount], row-major. */
export function fitLogits(fit: LogisticFit, inputs: Float64Array): Float64Array {
  const { classCount, inputLength, weights, biases } = fit;
  assert(inputs.length % inputLength === 0, `${inputs.length} values, ${inputLength} a sample`);
  const count = inputs.length / inputLength;
  const logits = new Float64Array(count * classCount);
  for (let s = 0; s < count; s++) logits.set(biases, s * classCount);
  addProduct(logits, inputs, weights, { rows: count, cols: classCount, depth: inputLength });
  return logits;
}
