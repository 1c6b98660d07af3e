import { assert } from "../shared/assert.ts";
import { fitLogits, type LogisticFit } from "./fitLogisticRegression.ts";
import { rowProbabilities } from "./temperature.ts";

/** Photos of people who are none of the classes. */
export interface StrangerPhotos {
  /** Shape [photoCount, inputLength], row-major. */
  readonly inputs: Float64Array;
  /** Shape [photoCount]: how much each photo counts; > 0, with the sum 1. */
  readonly weights: Float64Array;
}

/**
 * How soft "the first name" is while it is counted, as a share of the spread of
 * a photo's logits: sharp enough to mean the first, soft enough not to hang on
 * single photos. A hard count gives the same figures within the noise.
 */
const SOFTNESS = 1 / 20;
/** Half a Newton step would be 1 of the logarithm: that swings. */
const STEP = 0.5;
const MAX_ROUNDS = 400;
/** Shares this much above the limit, relatively, are left. */
const TOLERANCE = 0.01;

/**
 * Biases lowered until no class is the first name of more than `most` of the
 * strangers' photos; those below the limit keep theirs, or had it lowered on the way.
 *
 * In descriptor space some people lie where many strangers are ("hubs"), and
 * would be everybody's answer.
 *
 * @param most in (1 / classCount, 1]
 * @returns shape [classCount]
 *
 * Cost 400 · photoCount · classCount exponentials at most.
 *
 * Source: Radovanović et al., Hubs in Space (2010), for the trouble; the prices of an auction
 * with capacities, Bertsekas (1988), for the remedy.
 */
export function evenedBiases(
  fit: LogisticFit,
  strangers: StrangerPhotos,
  most: number,
): Float64Array {
  const { classCount } = fit;
  assert(most * classCount > 1, `${classCount} classes of at most ${most} cannot take everybody`);
  const logits = fitLogits(fit, strangers.inputs);
  const softness = SOFTNESS * spreadOfRows(logits, classCount);
  const lowered = new Float64Array(classCount);
  for (let round = 0; softness > 0 && round < MAX_ROUNDS; round++) {
    const shares = sharesOf(logits, lowered, strangers.weights, softness);
    if (shares.every((share) => share <= most * (1 + TOLERANCE))) break;
    for (const [k, share] of shares.entries())
      lowered[k] = Math.min(0, lowered[k]! - STEP * softness * Math.log(share / most));
  }
  return fit.biases.map((bias, k) => bias + lowered[k]!);
}

/** Of each class, above 0. */
function sharesOf(
  logits: Float64Array,
  lowered: Float64Array,
  weights: Float64Array,
  softness: number,
): Float64Array {
  const classCount = lowered.length;
  const shifted = logits.map((value, i) => value + lowered[i % classCount]!);
  const parts = rowProbabilities(shifted, classCount, softness);
  const shares = new Float64Array(classCount).fill(Number.MIN_VALUE);
  for (const [i, part] of parts.entries())
    shares[i % classCount]! += weights[Math.floor(i / classCount)]! * part;
  return shares;
}

/** Standard deviation of the logits around their row's mean. */
function spreadOfRows(logits: Float64Array, classCount: number): number {
  let squares = 0;
  for (let start = 0; start < logits.length; start += classCount) {
    const row = logits.subarray(start, start + classCount);
    const mean = row.reduce((sum, value) => sum + value, 0) / classCount;
    for (const value of row) squares += (value - mean) ** 2;
  }
  return Math.sqrt(squares / logits.length);
}
