/** Longer than any first frame that was seen; a page in a background tab is never painted. */
const LONGEST_WAIT_MS = 1000;

/**
 * Resolves once the browser has shown something of the page: what computes and
 * downloads from then on does not keep a person before an empty window.
 *
 * Source: https://www.w3.org/TR/paint-timing/
 */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MS);
    const observer = new PerformanceObserver((entries) => {
      if (entries.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });
}
