/** What the page says to the service worker. */
export type ServiceWorkerMessage =
  /** Sent by workbox-window's `messageSkipWaiting`. */
  | { readonly type: "SKIP_WAITING" }
  /** Answered with an `OfflineState` on the message's port. */
  | { readonly type: "OFFLINE_STATE" }
  /** Fetches what is missing or damaged; answered with the `OfflineState` after it. */
  | { readonly type: "KEEP_FILES" }
  /** Answered with an `UpdateSize`. */
  | { readonly type: "UPDATE_SIZE" }
  /** Answered with `SharedPhotos`, which are given out once. */
  | { readonly type: "TAKE_SHARED" }
  /** A photo is being read: no request until it is done. */
  | { readonly type: "HOLD_DOWNLOADS" }
  | { readonly type: "RESUME_DOWNLOADS" };

export interface OfflineState {
  /** Whether every file of the app is in the cache, its SHA-256 the build's. */
  readonly complete: boolean;
  /** Size of all files of the app, cached or not. */
  readonly bytes: number;
}

export interface UpdateSize {
  /** What this version had to fetch that the one before had not; absent when nobody remembers. */
  readonly bytes: number | undefined;
}

export interface SharedPhotos {
  readonly files: readonly File[];
}

/** What the service worker says to the page. */
export type PageMessage =
  /** One more file is kept. */
  | { readonly type: "KEEPING"; readonly keptBytes: number; readonly totalBytes: number }
  /** To be answered with anything on the message's port: a page that works does. */
  | { readonly type: "ARE_YOU_THERE" };
