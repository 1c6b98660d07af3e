/** Why the browser would not keep or give back something. */
export type StorageError =
  | { readonly kind: "storageFull" }
  /** A private window, a setting of the browser, a damaged profile, or a newer version's database. */
  | { readonly kind: "storageBlocked" };

/** Source: Indexed Database API 3.0, §"Exceptions", as browsers throw them where storage is off or broken. */
const BLOCKED: ReadonlySet<string> = new Set([
  "AbortError",
  "InvalidStateError",
  "NotAllowedError",
  "NotFoundError",
  "NotReadableError",
  "SecurityError",
  "UnknownError",
  "VersionError",
]);

/**
 * What a refusal of IndexedDB means.
 *
 * @throws the error itself where it is neither: a bug of ours, such as a row that cannot be cloned
 */
export function storageErrorOf(error: unknown): StorageError {
  if (error instanceof DOMException) {
    if (error.name === "QuotaExceededError") return { kind: "storageFull" };
    if (BLOCKED.has(error.name)) return { kind: "storageBlocked" };
  }
  throw error;
}
