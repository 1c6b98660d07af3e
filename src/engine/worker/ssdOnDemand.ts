import type { SsdDetector } from "./ssdDetector.ts";

export interface SsdOnDemand extends SsdDetector {
  /** Loads it before it is needed. A failure is left to whoever needs it. */
  prepare(): Promise<void>;
}

/**
 * The detector that few photos need, at nearly half the bytes of all weights:
 * loaded when the first of them comes, or by `prepare`. After a failure the next
 * one asks again.
 *
 * @param load rejects when the weights cannot be had; `locate` then does too. Told
 *   whether anybody waits for it at that moment
 */
export function ssdOnDemand(load: (isAwaited: () => boolean) => Promise<SsdDetector>): SsdOnDemand {
  let waiting = 0;
  let loading: Promise<SsdDetector> | undefined;
  let loaded: SsdDetector | undefined;

  async function once(): Promise<SsdDetector> {
    try {
      return (loaded = await load(() => waiting > 0));
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  return {
    async locate(view, minScore, maxFaces) {
      waiting++;
      try {
        const detector = await (loading ??= once());
        return await detector.locate(view, minScore, maxFaces);
      } finally {
        waiting--;
      }
    },
    async prepare() {
      await (loading ??= once()).catch(() => undefined);
    },
    dispose() {
      loaded?.dispose();
    },
  };
}
