/** Undefined where storage is blocked, which throws at the mere mention of it, or full, which throws when it is written. */
export function unlessBlocked<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
