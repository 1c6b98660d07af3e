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
  let release: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(timer);
    release?.();
    release = undefined;
  }

  return {
    passed: () => opened,
    close() {
      // Closed again, it stays closed: whoever waits goes on waiting.
      if (release === undefined)
        opened = new Promise((resolve) => {
          release = resolve;
        });
      clearTimeout(timer);
      timer = setTimeout(open, longestMs);
    },
    open,
  };
}
