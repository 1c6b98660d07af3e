/** A source of numbers in [0, 1), the same sequence for the same seed on every machine. */
export type Random = () => number;

/**
 * A small, fast generator for shuffles and samples; never for secrets.
 *
 * @param seed its lowest 32 bits count
 *
 * Source: Doty-Humphrey, sfc32 of PractRand: 96 bits of chaotic state and a counter.
 */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0, 0, seed | 0, 1];
  const next = () => {
    const output = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + output) | 0;
    return (output >>> 0) / 2 ** 32;
  };
  // The seed reaches every bit of the state only after some rounds; twelve are the author's number.
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** A copy in random order, every order equally likely (Fisher & Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
