import type { Random } from "../../../src/shared/random.ts";
import type { Rows } from "./nearestRows.ts";

/**
 * Descriptors of people who do not exist, with the mean and the covariance of
 * those who do: the mean, and a normally distributed share of each one's difference from it.
 *
 * @param people at least two, 128 numbers each
 */
export function strangersLike(
  people: readonly Float32Array[],
  count: number,
  random: Random,
): Rows {
  const mean = Float64Array.from({ length: 128 }, (_, i) =>
    people.reduce((sum, person) => sum + person[i]! / people.length, 0),
  );
  const differences = people.map((person) =>
    Float64Array.from(person, (value, i) => value - mean[i]!),
  );
  const share = 1 / Math.sqrt(people.length - 1);
  const rows = new Float32Array(count * 128);
  for (let row = 0; row < count; row++) {
    const sum = mean.slice();
    for (const difference of differences) {
      const weight = share * normal(random);
      for (let i = 0; i < 128; i++) sum[i]! += weight * difference[i]!;
    }
    rows.set(sum, row * 128);
  }
  return rows;
}

/** Source: Box & Muller (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
