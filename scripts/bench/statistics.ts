import { assert } from "../../src/shared/assert.ts";

/** What is said of repeated measurements. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** @param values at least one, in any order */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: median(sorted),
    least: sorted[0]!,
    most: sorted.at(-1)!,
    count: sorted.length,
  };
}

/** The value in the middle; of an even number, halfway between the two. */
export function median(values: readonly number[]): number {
  assert(values.length > 0, "there is something to take the median of");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** A measurement of one round. */
export interface RoundValue {
  readonly round: number;
  readonly value: number;
}

/**
 * Median of a/b over the rounds in which both were measured: what slows a whole
 * round down, slows both. Absent where they share no round.
 */
export function pairedRatio(
  a: readonly RoundValue[],
  b: readonly RoundValue[],
): number | undefined {
  const inRound = new Map(b.map(({ round, value }) => [round, value]));
  const ratios = a.flatMap(({ round, value }) => {
    const other = inRound.get(round);
    return other === undefined ? [] : [value / other];
  });
  return ratios.length === 0 ? undefined : median(ratios);
}
