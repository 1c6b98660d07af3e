import type { Quantiles } from "../../matching/calibration.ts";

/** Two densities over one axis of distances. */
export interface LikenessCurves {
  /** Ascending, evenly spaced. */
  readonly distances: readonly number[];
  /** Density at each distance; the area under it is 1. */
  readonly strangers: readonly number[];
  readonly samePerson: readonly number[];
}

/** Enough for a smooth line on the widest plot, about 600 px. */
const POINTS = 200;

/** Values that stand for a distribution; the bandwidth shrinks with their number. */
const SAMPLES = 500;

/**
 * The distributions of distances as smooth curves.
 *
 * Each is a Gaussian kernel density estimate over evenly spaced quantiles, with
 * Silverman's bandwidth 0.9·σ·n^(−1/5).
 *
 * @param included a distance that the axis must reach too
 *
 * Cost O(POINTS · SAMPLES), some milliseconds.
 *
 * Source: Silverman, Density Estimation for Statistics and Data Analysis (1986), §3.4.2.
 */
export function likenessCurves(
  impostor: Quantiles,
  genuine: Quantiles,
  included: number,
): LikenessCurves {
  const strangers = samplesOf(impostor);
  const samePerson = samplesOf(genuine);
  const ends = [strangers[0]!, strangers.at(-1)!, samePerson[0]!, samePerson.at(-1)!, included];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const margin = (to - from) * 0.05;
  const step = (to - from + 2 * margin) / (POINTS - 1);
  const distances = Array.from({ length: POINTS }, (_, i) => from - margin + i * step);
  return {
    distances,
    strangers: density(strangers, distances, step),
    samePerson: density(samePerson, distances, step),
  };
}

/** The quantiles of (i + ½) / SAMPLES, ascending. */
function samplesOf({ probabilities, values }: Quantiles): readonly number[] {
  let entry = 1;
  return Array.from({ length: SAMPLES }, (_, i) => {
    const probability = (i + 0.5) / SAMPLES;
    while (probabilities[entry]! < probability) entry++;
    const [low, high] = [probabilities[entry - 1]!, probabilities[entry]!];
    const [from, to] = [values[entry - 1]!, values[entry]!];
    return from + ((to - from) * (probability - low)) / (high - low);
  });
}

function density(
  samples: readonly number[],
  places: readonly number[],
  step: number,
): readonly number[] {
  // Equal samples have no deviation; a narrower curve would fall between two places.
  const bandwidth = Math.max(0.9 * standardDeviation(samples) * samples.length ** -0.2, step);
  const height = 1 / (samples.length * bandwidth * Math.sqrt(2 * Math.PI));
  return places.map((place) => {
    let sum = 0;
    for (const sample of samples) sum += Math.exp(-0.5 * ((place - sample) / bandwidth) ** 2);
    return sum * height;
  });
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}
