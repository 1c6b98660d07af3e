import type { InstallOffer } from "../pwa/installPrompt.ts";
import type { PwaEvent } from "../pwa/registerServiceWorker.ts";
import { assertNever } from "../shared/assert.ts";

export type { Release } from "../pwa/releaseFacts.ts";

/** What the service worker and the browser have told of the app as an app. */
export interface PwaState {
  readonly offline: OfflineFiles;
  /** Absent while the app cannot be installed, or the person does not want to hear of it. */
  readonly install: InstallOffer | undefined;
  /** Present while a newer version waits. */
  readonly update: Update | undefined;
}

/** The files for use without a network. */
export type OfflineFiles =
  /** Nothing is known, or nothing is kept. */
  | { readonly phase: "none" }
  /** Fetching them on a metered connection is the person's to start. */
  | { readonly phase: "offered"; readonly keep: () => void; readonly bytes: number }
  | { readonly phase: "keeping"; readonly keptBytes: number; readonly totalBytes: number }
  /** All are there and intact. */
  | { readonly phase: "ready"; readonly bytes: number };

export interface Update {
  /** Starts it and reloads the page. */
  readonly apply: () => void;
  /** What it had to fetch; absent when nobody remembers. */
  readonly bytes: number | undefined;
}

export const INITIAL_PWA_STATE: PwaState = {
  offline: { phase: "none" },
  install: undefined,
  update: undefined,
};

export interface InstallChange {
  readonly type: "installChanged";
  readonly offer: InstallOffer | undefined;
}

/** Pure. */
export function reducePwa(state: PwaState, event: PwaEvent | InstallChange): PwaState {
  switch (event.type) {
    case "readyOffline":
      return { ...state, offline: { phase: "ready", bytes: event.bytes } };
    case "keepingOffered":
      return { ...state, offline: { phase: "offered", keep: event.keep, bytes: event.bytes } };
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
    case "installChanged":
      return { ...state, install: event.offer };
    default:
      return assertNever(event);
  }
}
