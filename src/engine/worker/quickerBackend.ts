/** Below this nobody waits for it: ms for one face and its mirror image. Chosen: no card was there to measure. */
const SURELY_QUICK_MS = 50;
/** The least of so many counts: the machine may be at something else in between. */
const RUNS = 3;

/**
 * The quicker of two engines by measurement on the device itself: what a graphics
 * card calls itself does not say whether it beats the processor.
 *
 * @param first its networks warm
 * @param openOther opens the other one, warm, where the first is not surely quick; undefined where it cannot be had
 * @param run one run of an engine; one that throws loses
 */
export async function theQuicker<T>(
  first: T,
  openOther: () => Promise<T | undefined>,
  run: (engine: T) => Promise<unknown>,
  now: () => number,
): Promise<{ readonly quicker: T; readonly left?: T }> {
  const firstMs = await leastMs(() => run(first), now, SURELY_QUICK_MS);
  if (firstMs <= SURELY_QUICK_MS) return { quicker: first };
  const other = await openOther();
  if (other === undefined) return { quicker: first };
  const otherMs = await leastMs(() => run(other), now);
  return otherMs < firstMs ? { quicker: other, left: first } : { quicker: first, left: other };
}

/**
 * Infinity where a run throws.
 *
 * @param enoughMs no more runs once one took no longer
 */
async function leastMs(run: () => Promise<unknown>, now: () => number, enoughMs = 0) {
  let least = Infinity;
  for (let i = 0; i < RUNS && least > enoughMs; i++) {
    const before = now();
    try {
      await run();
    } catch {
      return Infinity; // A driver's refusal: the other one may do.
    }
    least = Math.min(least, now() - before);
  }
  return least;
}
