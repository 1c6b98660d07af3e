import { cacheName, isCacheOf } from "../shared/cacheNames.ts";
import { deleteHistoryDatabase } from "./openHistory.ts";

/** So many things, and the bytes of what is in them. */
export interface Amount {
  readonly count: number;
  readonly bytes: number;
}

/** What the browser keeps of this app beside the rows of its database. */
export interface BrowserData {
  /** Entries of local and session storage: the settings and the language. */
  readonly entryCount: number;
  /** For use without a network: what changes with each release. */
  readonly appFiles: Amount;
  /** The same of what seldom changes: the networks' weights and the gallery. */
  readonly dataFiles: Amount;
  /**
   * What this site takes, by the browser's own count, which lags behind, is
   * padded against snooping and includes neighbours of the same host. Absent
   * where the browser does not say.
   */
  readonly usageBytes: number | undefined;
  /** Whether the browser has promised not to clear it when space runs short; absent where it does not say. */
  readonly isPersistent: boolean | undefined;
}

/** Every key of ours begins with it; other apps of the same host have theirs. */
const KEY_PREFIX = "starlike.";

/** @param scope the folder that the app is served from, as an absolute URL: its service worker's scope */
export async function readBrowserData(scope: string): Promise<BrowserData> {
  const names = await cacheNames(scope);
  const dataCache = cacheName("data", scope);
  const [appFiles, dataFiles, usageBytes, isPersistent] = await Promise.all([
    amountIn(names.filter((name) => name !== dataCache)),
    amountIn(names.filter((name) => name === dataCache)),
    estimateUsage(),
    hasStorageManager() ? navigator.storage.persisted() : undefined,
  ]);
  const entryCount = storages().reduce((sum, storage) => sum + keysOf(storage).length, 0);
  return { entryCount, appFiles, dataFiles, usageBytes, isPersistent };
}

/**
 * Deletes the database, the offline files and every key. What the browser
 * refuses stays, and `readBrowserData` then shows it.
 *
 * The service worker, a program that knows nothing of anybody, stays: without
 * it the system would post a photo that is shared with the installed app to the
 * server. It keeps files again at the next visit only.
 */
export async function deleteBrowserData(scope: string): Promise<void> {
  await endInstallation(scope);
  const names = await cacheNames(scope);
  await Promise.all(names.map((name) => caches.delete(name)));
  await deleteHistoryDatabase();
  for (const storage of storages()) for (const key of keysOf(storage)) storage.removeItem(key);
}

/**
 * Asks the browser not to clear the history away when space runs short.
 * Firefox asks the person; the others decide by themselves.
 */
export async function askToPersist(): Promise<boolean> {
  return hasStorageManager() ? navigator.storage.persist() : false;
}

/** A service worker that is being installed would go on keeping files. */
async function endInstallation(scope: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  // Without one of our own, the answer may be that of a folder above.
  if (registration?.scope === scope && registration.installing) await registration.unregister();
}

async function amountIn(names: readonly string[]): Promise<Amount> {
  const sizes = names.map(async (name) => {
    const cache = await caches.open(name);
    return Promise.all((await cache.matchAll()).map(sizeOf));
  });
  const all = (await Promise.all(sizes)).flat();
  return { count: all.length, bytes: all.reduce((sum, size) => sum + size, 0) };
}

/** As its header says; what earlier releases kept has none, and is read. */
async function sizeOf(response: Response): Promise<number> {
  const length = response.headers.get("content-length");
  return length === null ? (await response.blob()).size : Number(length);
}

async function cacheNames(scope: string): Promise<readonly string[]> {
  if (!("caches" in globalThis)) return [];
  try {
    return (await caches.keys()).filter((name) => isCacheOf(scope, name));
  } catch (error) {
    if (error instanceof DOMException) return []; // Blocked, as in a sandboxed frame.
    throw error;
  }
}

async function estimateUsage(): Promise<number | undefined> {
  return hasStorageManager() ? (await navigator.storage.estimate()).usage : undefined;
}

/** Absent, whatever its type says, in a page without a secure connection. */
function hasStorageManager(): boolean {
  return "storage" in navigator;
}

function storages(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return []; // Blocked storage throws at the mere mention of it.
  }
}

function keysOf(storage: Storage): readonly string[] {
  return Object.keys(storage).filter((key) => key.startsWith(KEY_PREFIX));
}
