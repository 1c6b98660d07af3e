import { messageSW, Workbox } from "workbox-window";

import { untilNotHeld } from "./holdDownloads.ts";
import type { OfflineState } from "./serviceWorkerMessage.ts";

export type PwaEvent =
  /** Every file of the app is in the cache; `bytes` is their size. */
  | { readonly type: "readyOffline"; readonly bytes: number }
  /** The person has deleted everything. */
  | { readonly type: "offlineFilesDeleted" }
  /** A newer version waits; `apply` starts it and reloads the page. */
  | { readonly type: "updateWaiting"; readonly apply: () => void };

/**
 * Registers the service worker and reports its life. Never reloads by itself:
 * the person may be in the middle of a photo, so `apply` is theirs to call.
 *
 * Resolves once the browser has taken the service worker or refused it (a
 * private window, blocked storage, a test): the page works without one.
 */
export async function registerServiceWorker(onEvent: (event: PwaEvent) => void): Promise<void> {
  // The development server has no service worker to give.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const workbox = new Workbox(new URL("sw.js", document.baseURI).href);
  workbox.addEventListener("waiting", () => {
    onEvent({
      type: "updateWaiting",
      apply: () => {
        workbox.addEventListener("controlling", () => {
          location.reload();
        });
        workbox.messageSkipWaiting();
      },
    });
  });
  // Somebody may have chosen a photo at once: an installation would fetch beside it.
  await untilNotHeld();
  try {
    await workbox.register();
  } catch {
    return;
  }
  void reportReadiness(onEvent);
}

/** Waits as long as it takes: on a slow line the first installation lasts minutes. */
async function reportReadiness(onEvent: (event: PwaEvent) => void): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active === null) return;
  const state = (await messageSW(active, { type: "OFFLINE_STATE" })) as OfflineState;
  if (state.complete) onEvent({ type: "readyOffline", bytes: state.bytes });
}
