// The browser's caches that hold the app's own files: the service worker fills
// them, the page counts and empties them.

/** What changes with every release, or what seldom does: weights, binaries, the gallery. */
export type CachePart = "shell" | "data";

/** @param scope of the service worker, absolute, with its last slash */
export function cacheName(part: CachePart, scope: string): string {
  return `starlike-${part}-v1-${scope}`;
}

/** Whether a cache is this app's, be it of a release that named them otherwise: all names end with the scope, as Workbox's do. */
export function isCacheOf(scope: string, name: string): boolean {
  return name.endsWith(scope);
}
