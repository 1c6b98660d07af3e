/** The collector's ways out of the process, so that a test can stand in for them. */
import { setTimeout as wait } from "node:timers/promises";

export interface World {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const REAL_WORLD: World = {
  fetch: globalThis.fetch,
  now: Date.now,
  sleep: (ms) => wait(ms),
};
