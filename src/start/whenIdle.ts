/** A page that is never idle must get ready too. */
const LONGEST_WAIT_MS = 2000;

/**
 * Does one piece of work after the other, each in an idle moment of its own, so
 * that none of them holds up a click.
 */
export function whenIdle(...pieces: readonly (() => void)[]): void {
  const [first, ...others] = pieces;
  if (first === undefined) return;
  requestIdle(() => {
    try {
      first();
    } finally {
      // One that throws is reported by the browser, and must not take the others along.
      whenIdle(...others);
    }
  });
}

function requestIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: LONGEST_WAIT_MS });
  else setTimeout(work, 200); // Safari
}

/** Resolves in the next idle moment. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdle(resolve);
  });
}
