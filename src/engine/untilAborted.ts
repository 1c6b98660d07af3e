/**
 * The result of `work`, or the abort reason if that comes first.
 *
 * For work that cannot be interrupted and, once its worker is gone, never
 * settles: waiting for it alone would wait for ever.
 *
 * @param onAbort runs once, before the rejection
 */
export async function untilAborted<T>(
  signal: AbortSignal,
  onAbort: () => void,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      onAbort();
      reject(signal.reason as Error);
    };
  });
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
