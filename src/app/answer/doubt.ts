import type { Uncertainty } from "../../matching/uncertainty.ts";

/** How sure the first name is, for one plain sentence. */
export type Doubt =
  /** The first name stands well before the others. */
  | "settled"
  /** The second is nearly as likely. */
  | "closeSecond"
  /** Many are about as likely: the first name says little. */
  | "manyClose";

/** Unmeasured: an entropy of 0.5 is as undecided as an even choice among the root of all people, 14 of 208. */
const MANY_CLOSE_ENTROPY = 0.5;
/** Unmeasured: the second has at least half the share of the first. */
const CLOSE_SECOND_RATIO = 0.5;

export function doubtOf({ entropy, ratio }: Uncertainty): Doubt {
  if (entropy >= MANY_CLOSE_ENTROPY) return "manyClose";
  return ratio >= CLOSE_SECOND_RATIO ? "closeSecond" : "settled";
}
