/** Until the first frames are drawn and the start's own garbage is collected, on a slow phone. Chosen. */
const SETTLING_MS = 1000;

const TOUCHES = ["pointerdown", "keydown", "change", "drop", "paste"] as const;

/**
 * Resolves once the page has had a moment to itself, or at once when somebody
 * touches it: until then getting ready would only slow down what is seen.
 */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = () => {
      stop.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, SETTLING_MS);
    for (const touch of TOUCHES)
      document.addEventListener(touch, end, { capture: true, signal: stop.signal });
  });
}
