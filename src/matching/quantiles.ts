import { assert } from "../shared/assert.ts";
import type { Quantiles } from "./calibration.ts";

/**
 * Builds the table of a distribution from its values.
 *
 * Steps of 1 % with finer ones below: an answer lies where few strangers are,
 * and "closer than 99.9 %" must not be rounded to "closer than 100 %".
 * Between two sorted values the quantile is interpolated linearly.
 *
 * @throws where there are no values or one is not finite
 *
 * Source: Hyndman & Fan, Sample Quantiles in Statistical Packages (1996), type 7.
 */
export function quantiles(values: readonly number[] | Float64Array): Quantiles {
  assert(values.length > 0, "a distribution needs values");
  assert(values.every(Number.isFinite), "every value is finite");
  const sorted = Float64Array.from(values).sort();
  return {
    probabilities: PROBABILITIES,
    values: PROBABILITIES.map((probability) => quantileOf(sorted, probability)),
    count: values.length,
  };
}

/** In steps of 1, 2 and 5 up to 1 %, then every 1 %. */
const PROBABILITIES: readonly number[] = [
  ...[0, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005],
  ...Array.from({ length: 100 }, (_, i) => (i + 1) / 100),
];

/**
 * Share of the distribution at or below `value`, in [0, 1]: linear between the
 * table's entries, 0 below its smallest value, 1 from its largest on.
 */
export function shareAtOrBelow({ probabilities, values }: Quantiles, value: number): number {
  const above = values.findIndex((entry) => entry > value);
  if (above === -1) return 1;
  if (above === 0) return 0;
  const [from, to] = [values[above - 1]!, values[above]!];
  const [low, high] = [probabilities[above - 1]!, probabilities[above]!];
  return low + (high - low) * ((value - from) / (to - from));
}

function quantileOf(sorted: Float64Array, probability: number): number {
  const position = probability * (sorted.length - 1);
  const index = Math.floor(position);
  const low = sorted[index]!;
  const high = sorted[Math.min(index + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - index);
}
