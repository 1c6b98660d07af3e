import { cacheName } from "../shared/cacheNames.ts";

/**
 * Whether the person has asked their browser to save data. Only Chromium says
 * it: https://wicg.github.io/savedata/
 */
export function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Whether what an answer needs lies on the device, or was begun to be kept: then
 * it was asked for. The service worker tells nothing: it outlives "delete everything".
 */
export async function isKept(): Promise<boolean> {
  if (!("caches" in globalThis)) return false;
  const scope = new URL(".", document.baseURI).href;
  // Blocked, as in a sandboxed frame, it rejects.
  return caches.has(cacheName("data", scope)).catch(() => false);
}
