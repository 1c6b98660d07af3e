import type { PwaEvent } from "../pwa/registerServiceWorker.ts";
import { assertNever } from "../shared/assert.ts";

/** What the service worker has told, for the footer. */
export interface PwaState {
  /** Absent until everything is kept for use without a network. */
  readonly offlineReady: { readonly bytes: number } | undefined;
  /** Present while a newer version waits. Starts it and reloads the page. */
  readonly applyUpdate: (() => void) | undefined;
}

export const INITIAL_PWA_STATE: PwaState = { offlineReady: undefined, applyUpdate: undefined };

/** Pure. */
export function reducePwa(state: PwaState, event: PwaEvent): PwaState {
  switch (event.type) {
    case "readyOffline":
      return { ...state, offlineReady: { bytes: event.bytes } };
    case "offlineFilesDeleted":
      return { ...state, offlineReady: undefined };
    case "updateWaiting":
      return { ...state, applyUpdate: event.apply };
    default:
      return assertNever(event);
  }
}
