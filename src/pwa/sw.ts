// The service worker: keeps every file of the build, so that the app works with
// no network. A photo passes through it only when another app shares one.
import { createFileStore } from "./fileStore.ts";
import { createGate } from "./gate.ts";
import { anyPageAnswers, pagesOf } from "./pageCalls.ts";
import type { PrecacheFile } from "./precacheFile.ts";
import {
  decodeServiceWorkerMessage,
  type OfflineState,
  type PageMessage,
  type SharedPhotos,
  type UpdateSize,
} from "./serviceWorkerMessage.ts";
import { createSharedPhotos, SHARE_ACTION } from "./sharedPhotos.ts";
import { withHeaders } from "./withHeaders.ts";

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build. */
declare const __PRECACHE_FILES__: readonly PrecacheFile[];
/** Filled in by the build. */
declare const __HEADERS__: Readonly<Record<string, string>>;

const FILES = __PRECACHE_FILES__;
const TOTAL_BYTES = FILES.reduce((sum, file) => sum + file.bytes, 0);
/** The one document: the app's own routes are behind a "#". */
const START = FILES.find(({ url }) => url === "index.html");
const SCOPE = self.registration.scope;

const store = createFileStore(
  {
    caches,
    fetch: (request) => fetch(request),
    digest: (content) => crypto.subtle.digest("SHA-256", content),
  },
  FILES,
  SCOPE,
);
const sharedPhotos = createSharedPhotos(SCOPE);

/** Longer than the slowest photo measured (software WebGL, 24 s); browsers end an installation after minutes. */
const LONGEST_HOLD_MS = 60_000;
const downloads = createGate(LONGEST_HOLD_MS);

/** Of this installation; forgotten when the browser stops the worker. */
let fetchedBytes: number | undefined;
/** Whether no page of the release before was alive. */
let replacesBroken = false;
/** Before its end, pages are not in this worker's hands. */
let activation = Promise.resolve();

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  activation = activate();
  event.waitUntil(activation);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && request.url === new URL(SHARE_ACTION, SCOPE).href) {
    event.respondWith(sharedPhotos.receive(request));
    return;
  }
  if (request.method !== "GET") return;
  const file = store.fileAt(request.url) ?? (request.mode === "navigate" ? START : undefined);
  if (file === undefined) return;
  const answer = store.answer(file, request);
  event.respondWith(answer.then((response) => withHeaders(response, __HEADERS__)));
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  switch (decodeServiceWorkerMessage(event.data)?.type) {
    case undefined:
      return;
    case "SKIP_WAITING":
      event.waitUntil(self.skipWaiting());
      return;
    case "OFFLINE_STATE":
      event.waitUntil(answerOfflineState(port));
      return;
    case "KEEP_FILES":
      event.waitUntil(repair(port));
      return;
    case "UPDATE_SIZE":
      port?.postMessage({ bytes: fetchedBytes } satisfies UpdateSize);
      return;
    case "TAKE_SHARED":
      port?.postMessage({ files: sharedPhotos.take() } satisfies SharedPhotos);
      return;
    case "HOLD_DOWNLOADS":
      downloads.close();
      return;
    case "RESUME_DOWNLOADS":
      downloads.open();
  }
});

async function install(): Promise<void> {
  const knowsTheCall = await store.hasPredecessor();
  await keepFiles();
  // A page of a broken release offers no update, and reloading it does not end
  // the wait. The silence of releases before this format says nothing.
  if (self.registration.active === null || !knowsTheCall) return;
  if (await anyPageAnswers(await pagesOf(self))) return;
  replacesBroken = true;
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  // The first visit's own page works offline from here on, not only its next one.
  await self.clients.claim();
  if (replacesBroken) for (const page of await pagesOf(self)) void page.navigate(page.url);
  await store.prune();
}

async function keepFiles(): Promise<void> {
  let keptBytes = 0;
  let fetchedSoFar = 0;
  await store.keepMissing(downloads.passed, (file, fetched) => {
    keptBytes += file.bytes;
    if (fetched) fetchedSoFar += file.bytes;
    void tellPages({ type: "KEEPING", keptBytes, totalBytes: TOTAL_BYTES });
  });
  fetchedBytes = fetchedSoFar;
}

async function tellPages(message: PageMessage): Promise<void> {
  for (const page of await pagesOf(self)) page.postMessage(message);
}

async function repair(port: MessagePort | undefined): Promise<void> {
  try {
    await keepFiles();
  } finally {
    await answerOfflineState(port);
  }
}

async function answerOfflineState(port: MessagePort | undefined): Promise<void> {
  await activation;
  const complete = await store.isComplete();
  port?.postMessage({ complete, bytes: TOTAL_BYTES } satisfies OfflineState);
}
