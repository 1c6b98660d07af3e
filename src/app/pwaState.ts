import type { PwaEvent } from "../pwa/registerServiceWorker.ts";
import { assertNever } from "../shared/assert.ts";

/** What the service worker has told, for the footer. */
export interface PwaState {
  readonly offline: OfflineFiles;
  /** Present while a newer version waits. */
  readonly update: Update | undefined;
}

/** The files for use without a network. */
export type OfflineFiles =
  /** Nothing is known, or nothing is kept. */
  | { readonly phase: "none" }
  /** Fetching them on a metered connection is the person's to start. */
  | { readonly phase: "offered"; readonly keep: () => void }
  | { readonly phase: "keeping"; readonly keptBytes: number; readonly totalBytes: number }
  /** All are there and intact. */
  | { readonly phase: "ready"; readonly bytes: number };

export interface Update {
  /** Starts it and reloads the page. */
  readonly apply: () => void;
  /** What it had to fetch; absent when nobody remembers. */
  readonly bytes: number | undefined;
}

export const INITIAL_PWA_STATE: PwaState = { offline: { phase: "none" }, update: undefined };

/** Pure. */
export function reducePwa(state: PwaState, event: PwaEvent): PwaState {
  switch (event.type) {
    case "readyOffline":
      return { ...state, offline: { phase: "ready", bytes: event.bytes } };
    case "keepingOffered":
      return { ...state, offline: { phase: "offered", keep: event.keep } };
    case "keepingFiles": {
      // A next release gets its files while this one has all of its own.
      if (state.offline.phase === "ready") return state;
      const { keptBytes, totalBytes } = event;
      return { ...state, offline: { phase: "keeping", keptBytes, totalBytes } };
    }
    case "offlineFilesDeleted":
      return { ...state, offline: { phase: "none" } };
    case "updateWaiting":
      return { ...state, update: { apply: event.apply, bytes: event.bytes } };
    default:
      return assertNever(event);
  }
}
