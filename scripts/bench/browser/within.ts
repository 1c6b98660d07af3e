/**
 * The work's value, if it comes in time.
 *
 * @throws after `ms`, saying what took too long; what the work throws, before
 */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: nothing within ${ms / 1000} s`));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // What comes later, or fails, interests nobody any more.
    work.catch(() => undefined);
  }
}

const CLOSE_LIMIT_MS = 30_000;

/** A browser that hangs is left to the end of this process, which ends it. */
export async function closeInTime(browser: { readonly close: () => Promise<void> }): Promise<void> {
  await within(CLOSE_LIMIT_MS, "closing", browser.close()).catch(() => undefined);
}
