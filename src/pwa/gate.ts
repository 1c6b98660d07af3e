export interface Gate {
  /** Resolves at once, or when the gate opens. */
  readonly passed: () => Promise<void>;
  readonly close: () => void;
  readonly open: () => void;
}

/**
 * A gate that begins open.
 *
 * @param longestMs it opens by itself after that long: whoever closed it may be gone
 */
export function createGate(longestMs: number): Gate {
  let opened = Promise.resolve();
  let open = (): void => undefined;
  return {
    passed: () => opened,
    close() {
      open();
      opened = new Promise((resolve) => {
        const timer = setTimeout(resolve, longestMs);
        open = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    open: () => {
      open();
    },
  };
}
