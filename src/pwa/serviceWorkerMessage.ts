/**
 * What page and service worker say to each other. The two may be of different
 * releases, as may two pages: nothing that is said is believed undecoded, and
 * what nobody understands is not answered. By hand: the service worker holds no
 * package.
 */

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

const SERVICE_WORKER_MESSAGES: ReadonlySet<unknown> = new Set<ServiceWorkerMessage["type"]>([
  "SKIP_WAITING",
  "OFFLINE_STATE",
  "KEEP_FILES",
  "UPDATE_SIZE",
  "TAKE_SHARED",
  "HOLD_DOWNLOADS",
  "RESUME_DOWNLOADS",
]);

/** Like the others below, undefined for what it does not understand. */
export function decodeServiceWorkerMessage(data: unknown): ServiceWorkerMessage | undefined {
  const type = field(data, "type");
  return SERVICE_WORKER_MESSAGES.has(type)
    ? { type: type as ServiceWorkerMessage["type"] }
    : undefined;
}

export function decodePageMessage(data: unknown): PageMessage | undefined {
  const type = field(data, "type");
  if (type === "ARE_YOU_THERE") return { type };
  const [keptBytes, totalBytes] = [field(data, "keptBytes"), field(data, "totalBytes")];
  if (type !== "KEEPING" || !isSize(keptBytes) || !isSize(totalBytes)) return undefined;
  return keptBytes <= totalBytes ? { type, keptBytes, totalBytes } : undefined;
}

export function decodeOfflineState(data: unknown): OfflineState | undefined {
  const [complete, bytes] = [field(data, "complete"), field(data, "bytes")];
  return typeof complete === "boolean" && isSize(bytes) ? { complete, bytes } : undefined;
}

export function decodeUpdateSize(data: unknown): UpdateSize | undefined {
  const bytes = field(data, "bytes");
  return bytes === undefined || isSize(bytes) ? { bytes } : undefined;
}

export function decodeSharedPhotos(data: unknown): SharedPhotos | undefined {
  const files = field(data, "files");
  return Array.isArray(files) && files.every((file) => file instanceof File)
    ? { files }
    : undefined;
}

function field(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null && Object.hasOwn(data, name)
    ? (data as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function isSize(value: unknown): value is number {
  return Number.isFinite(value) && (value as number) >= 0;
}
