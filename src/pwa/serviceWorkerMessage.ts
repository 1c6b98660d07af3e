/** What the page says to the service worker. */
export type ServiceWorkerMessage =
  /** Sent by workbox-window's `messageSkipWaiting`. */
  | { readonly type: "SKIP_WAITING" }
  /** Answered with an `OfflineState` on the message's port. */
  | { readonly type: "OFFLINE_STATE" }
  /** A photo is being read: no request until it is done. */
  | { readonly type: "HOLD_DOWNLOADS" }
  | { readonly type: "RESUME_DOWNLOADS" };

export interface OfflineState {
  /** Whether every file of the app is in the cache. */
  readonly complete: boolean;
  /** Size of all files of the app, cached or not. */
  readonly bytes: number;
}
