import { ok, type Result } from "../shared/result.ts";
import { evenedBiases, type StrangerPhotos } from "./evenedBiases.ts";
import {
  type FitError,
  fitLogisticRegression,
  type FitOptions,
  type LogisticFit,
} from "./fitLogisticRegression.ts";
import { type IdentityMetric, identityMetric, inMetric } from "./identityMetric.ts";
import { classSizes, type LabelledSamples } from "./labelledSamples.ts";
import { prototypeModel } from "./prototypeModel.ts";

/**
 * Of the identity metric. Chosen on 824 people who are neither in the gallery
 * nor among the strangers that it is judged by: the first name that two photos
 * of one share rises from 2 to 3 by a per cent, and at 4 the gallery's own
 * photos fall below 99 % (docs/stability.md).
 */
const POWER = 3;
/** No first name comes more often than this many times an even share; from 1.3 to 2 little changes. */
const MOST_OF_EVEN = 1.5;

/**
 * A logistic regression that is shrunk not towards nothing but towards nearest
 * mean, in coordinates where what changes from photo to photo weighs little.
 *
 * Plain L2 leaves open whose face a stranger's is, far from all classes: what
 * separates the classes from each other decides, and that differs from photo to
 * photo. Here the prior decides, and it rests on what photos have in common.
 *
 * @param strangers people for whom no name is to come up too often; absent: it may
 * @returns weights and biases for the samples' own coordinates
 */
export function fitFromPrototypes(
  samples: LabelledSamples,
  options: FitOptions,
  strangers?: StrangerPhotos,
): Result<LogisticFit, FitError> {
  const { labels, classCount } = samples;
  // Without it there would be no mean to begin from; the fit says which class it is.
  if (classSizes(labels, classCount).includes(0)) return fitLogisticRegression(samples, options);
  const metric = identityMetric(samples, POWER);
  const stretched = inMetric(samples, metric);
  const fit = fitLogisticRegression(stretched, { ...options, prior: prototypeModel(stretched) });
  if (!fit.ok) return fit;
  const own = inOwnCoordinates(fit.value, metric);
  if (!strangers) return ok(own);
  return ok({ ...own, biases: evenedBiases(own, strangers, MOST_OF_EVEN / classCount) });
}

function inOwnCoordinates(fit: LogisticFit, { directions, centre }: IdentityMetric): LogisticFit {
  const { classCount, inputLength } = fit;
  const weights = new Float64Array(fit.weights.length);
  const biases = fit.biases.slice();
  for (let k = 0; k < classCount; k++)
    for (let row = 0; row < inputLength; row++) {
      const weight = fit.weights[k * inputLength + row]!;
      for (let i = 0; i < inputLength; i++) {
        const part = weight * directions[row * inputLength + i]!;
        weights[k * inputLength + i]! += part;
        biases[k]! -= part * centre[i]!;
      }
    }
  return { ...fit, weights, biases };
}
