import { unlessBlocked } from "./unlessBlocked.ts";

const KEY = "starlike.quicker";
const BACKENDS = ["webgl", "wasm"] as const;
type Measured = (typeof BACKENDS)[number];

/**
 * Remembers which backend was measured to be the quicker on this device. It
 * holds for one build: the next one may turn the tables, and is measured again.
 *
 * @param build absent on the development server, where nothing is remembered
 */
export function backendMemory(build: string | undefined) {
  return {
    recall(): Measured | undefined {
      const kept = unlessBlocked(() => localStorage.getItem(KEY));
      return BACKENDS.find((backend) => build !== undefined && kept === `${build} ${backend}`);
    },
    remember(quicker: string): void {
      if (build === undefined) return;
      unlessBlocked(() => {
        localStorage.setItem(KEY, `${build} ${quicker}`);
      });
    },
  };
}
