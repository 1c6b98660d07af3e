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
 * @param load rejects when the weights cannot be had; `locate` then does too
 */
export function ssdOnDemand(load: () => Promise<SsdDetector>): SsdOnDemand {
  let loading: Promise<SsdDetector> | undefined;
  let loaded: SsdDetector | undefined;

  async function once(): Promise<SsdDetector> {
    try {
      return (loaded = await load());
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  return {
    async locate(view, minScore, maxFaces) {
      const detector = await (loading ??= once());
      return detector.locate(view, minScore, maxFaces);
    },
    async prepare() {
      await (loading ??= once()).catch(() => undefined);
    },
    dispose() {
      loaded?.dispose();
    },
  };
}
