import { assert } from "../shared/assert.ts";

/** How undecided a class distribution is; each in [0, 1], 1 = most uncertain. */
export interface Uncertainty {
  /** How far the largest probability is from certainty. */
  readonly leastConfidence: number;
  /** How close the two largest probabilities are, by difference. */
  readonly margin: number;
  /** How close the two largest probabilities are, by quotient. */
  readonly ratio: number;
  /** Shannon entropy as a share of the largest possible one. */
  readonly entropy: number;
}

/**
 * The four uncertainty scores of one class distribution:
 * (1 − p₁) · n / (n − 1), 1 − (p₁ − p₂), p₂ / p₁ and H / log₂ n,
 * with p₁ ≥ p₂ the two largest of the n probabilities.
 *
 * @param probabilities each ≥ 0, summing to 1; a single class leaves no doubt: all four are 0
 * @throws where there are no probabilities, or they are not a distribution
 *
 * Source: Munro, Human-in-the-Loop Machine Learning (2021), §3.2.
 */
export function uncertainty(probabilities: ArrayLike<number>): Uncertainty {
  const count = probabilities.length;
  const { largest, second, total, entropyBits } = summarise(probabilities);
  assert(Math.abs(total - 1) < 1e-6, `the probabilities sum to ${total}`);
  if (count === 1) return { leastConfidence: 0, margin: 0, ratio: 0, entropy: 0 };
  return {
    leastConfidence: withinUnit((1 - largest) * (count / (count - 1))),
    margin: withinUnit(1 - (largest - second)),
    ratio: withinUnit(second / largest),
    entropy: withinUnit(entropyBits / Math.log2(count)),
  };
}

function summarise(probabilities: ArrayLike<number>) {
  let [largest, second, total, entropyBits] = [0, 0, 0, 0];
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    assert(p >= 0, `probability ${i} is ${p}`);
    total += p;
    // 0 · log 0 counts as 0, its limit; computed, it is NaN.
    if (p > 0) entropyBits -= p * Math.log2(p);
    if (p > largest) [largest, second] = [p, largest];
    else if (p > second) second = p;
  }
  return { largest, second, total, entropyBits };
}

/** Rounding may carry a score a few 1e-16 past its end. */
function withinUnit(score: number): number {
  return Math.min(1, Math.max(0, score));
}
