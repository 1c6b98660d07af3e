// The service worker: keeps every file of the build, so that the app works with
// no network. It never sees a photo; those do not pass through requests.
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

import { createGate } from "./gate.ts";
import type { PrecacheFile } from "./precacheFile.ts";
import type { OfflineState, ServiceWorkerMessage } from "./serviceWorkerMessage.ts";

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build. */
declare const __PRECACHE_FILES__: readonly PrecacheFile[];

const FILES = __PRECACHE_FILES__;

/** Longer than the slowest photo measured (software WebGL, 24 s); browsers end an installation after minutes. */
const LONGEST_HOLD_MS = 60_000;
const downloads = createGate(LONGEST_HOLD_MS);

addPlugins([
  {
    // Workbox asks with "reload", which transfers again what the page has just
    // loaded: the weights alone are 12 MB. Revalidating is as safe, and the
    // integrity of each file is checked besides.
    requestWillFetch: async ({ request, event }) => {
      if (event.type === "install") await downloads.passed();
      return request.cache === "reload" ? new Request(request, { cache: "no-cache" }) : request;
    },
    // Under `Vary: Origin` the cache would miss scripts and stylesheets, which
    // are asked for with that header; each file here has one content for all.
    cacheWillUpdate: ({ event, response }) =>
      Promise.resolve(mayKeep(event) && response.ok ? withoutVary(response) : null),
  },
]);
precacheAndRoute([...FILES]);
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html")));
cleanupOutdatedCaches();

self.addEventListener("activate", (event) => {
  // The first visit's own page works offline from here on, not only its next one.
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  const message = event.data as ServiceWorkerMessage;
  switch (message.type) {
    case "SKIP_WAITING":
      event.waitUntil(self.skipWaiting());
      return;
    case "OFFLINE_STATE":
      event.waitUntil(answerOfflineState(event.ports[0]));
      return;
    case "HOLD_DOWNLOADS":
      downloads.close();
      return;
    case "RESUME_DOWNLOADS":
      downloads.open();
  }
});

/**
 * Files are kept by the installation alone. Workbox would also keep what it
 * misses while it serves a page, and so undo it when the person has just
 * deleted everything, since the page stays in its hands until it is closed.
 */
function mayKeep(event: ExtendableEvent | undefined): boolean {
  return event?.type === "install";
}

function withoutVary(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete("vary");
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

async function answerOfflineState(port: MessagePort | undefined): Promise<void> {
  const cached = await Promise.all(FILES.map(isCached));
  const bytes = FILES.reduce((sum, file) => sum + file.bytes, 0);
  port?.postMessage({ complete: cached.every(Boolean), bytes } satisfies OfflineState);
}

async function isCached(file: PrecacheFile): Promise<boolean> {
  const key = getCacheKeyForURL(file.url);
  return key !== undefined && (await caches.match(key)) !== undefined;
}
