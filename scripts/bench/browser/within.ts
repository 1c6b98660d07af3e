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
