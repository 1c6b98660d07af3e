import { messageSW, Workbox } from "workbox-window";

import { untilNotHeld } from "./holdDownloads.ts";
import { isKept, savesData } from "./meteredConnection.ts";
import { readOfflineBytes } from "./releaseFacts.ts";
import {
  decodeOfflineState,
  decodePageMessage,
  decodeUpdateSize,
  type OfflineState,
  type ServiceWorkerMessage,
} from "./serviceWorkerMessage.ts";

export type PwaEvent =
  /** Every file of the app is in the cache and intact; `bytes` is their size. */
  | { readonly type: "readyOffline"; readonly bytes: number }
  /** On the way there. */
  | { readonly type: "keepingFiles"; readonly keptBytes: number; readonly totalBytes: number }
  /** The connection is metered: nothing is fetched before `keep` is called. */
  | { readonly type: "keepingOffered"; readonly keep: () => void; readonly bytes: number }
  /** The person has deleted everything. */
  | { readonly type: "offlineFilesDeleted" }
  /** A newer version waits; `apply` starts it and reloads the page. `bytes`: what it had to fetch. */
  | {
      readonly type: "updateWaiting";
      readonly apply: () => void;
      readonly bytes: number | undefined;
    };

type OnEvent = (event: PwaEvent) => void;

/** After a failed installation; doubled each time, since the line or the disk may stay as it is. */
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;
const LONGEST_ANSWER_MS = 2_000;

/**
 * Registers the service worker and reports its life. Never reloads by itself:
 * the person may be in the middle of a photo, so `apply` is theirs to call.
 *
 * The page works without one too: where the browser refuses it (a private
 * window, blocked storage, a test), nothing is reported.
 */
export async function registerServiceWorker(onEvent: OnEvent): Promise<void> {
  // The development server has no service worker to give.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
    const message = decodePageMessage(data);
    if (message?.type === "ARE_YOU_THERE") ports[0]?.postMessage({});
    if (message?.type === "KEEPING") onEvent({ ...message, type: "keepingFiles" });
  });
  offerReloadAfterTakeover(onEvent);
  if (savesData() && !(await isKept())) {
    onEvent({
      type: "keepingOffered",
      keep: () => void start(onEvent),
      bytes: readOfflineBytes(document),
    });
    return;
  }
  await start(onEvent);
}

/** Another tab has applied an update: this one still runs the version before. */
function offerReloadAfterTakeover(onEvent: OnEvent): void {
  // The first installation takes over a page of its own version.
  if (navigator.serviceWorker.controller === null) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    const apply = () => {
      location.reload();
    };
    onEvent({ type: "updateWaiting", apply, bytes: undefined });
  });
}

async function start(onEvent: OnEvent): Promise<void> {
  void reportReadiness(onEvent);
  for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_RETRY_MS)) {
    // Somebody may have chosen a photo at once: an installation would fetch beside it.
    await untilNotHeld();
    if ((await install(onEvent)) !== "failed") return;
    await onlineOrAfter(waitMs);
  }
}

/**
 * "failed": this first installation came to an end without success. What it has
 * kept stays, and the next goes on from there. An update that fails is the
 * browser's to try again, at the next visit.
 */
async function install(onEvent: OnEvent): Promise<"installed" | "refused" | "failed"> {
  const workbox = new Workbox(new URL("sw.js", document.baseURI).href);
  workbox.addEventListener("waiting", ({ sw }) => void offerUpdate(workbox, sw, onEvent));
  try {
    const registration = await workbox.register();
    const installing = registration?.active ? null : registration?.installing;
    return installing ? await outcomeOf(installing) : "installed";
  } catch (error) {
    // A refusal is a DOMException; a line that broke while sw.js came, a TypeError.
    return error instanceof DOMException ? "refused" : "failed";
  }
}

function outcomeOf(worker: ServiceWorker): Promise<"installed" | "failed"> {
  return new Promise((resolve) => {
    const check = () => {
      if (worker.state === "redundant") resolve("failed");
      else if (worker.state !== "installing") resolve("installed");
    };
    worker.addEventListener("statechange", check);
    check();
  });
}

async function offerUpdate(
  workbox: Workbox,
  waiting: ServiceWorker | undefined,
  onEvent: OnEvent,
): Promise<void> {
  const apply = () => {
    workbox.addEventListener("controlling", () => {
      location.reload();
    });
    workbox.messageSkipWaiting();
  };
  if (waiting === undefined) return;
  const size = messageSW(waiting, message({ type: "UPDATE_SIZE" })) as Promise<unknown>;
  // A release that takes this one back may be too old to answer.
  const silence = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_ANSWER_MS));
  const answer = decodeUpdateSize(await Promise.race([size, silence]));
  onEvent({ type: "updateWaiting", apply, bytes: answer?.bytes });
}

/** Waits as long as it takes: on a slow line the first installation lasts minutes. */
async function reportReadiness(onEvent: OnEvent): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active === null) return;
  const ask = async (type: "OFFLINE_STATE" | "KEEP_FILES"): Promise<OfflineState> => {
    await untilNotHeld();
    const answer = decodeOfflineState(await messageSW(active, message({ type })));
    // An answer of another release, which keeps other files, promises nothing for this one.
    return answer ?? { complete: false, bytes: 0 };
  };
  // The browser clears caches when space runs short, and disks lose bits.
  const found = await ask("OFFLINE_STATE");
  const state = found.complete ? found : await ask("KEEP_FILES");
  if (state.complete) onEvent({ type: "readyOffline", bytes: state.bytes });
}

function message(content: ServiceWorkerMessage): ServiceWorkerMessage {
  return content;
}

function onlineOrAfter(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      window.removeEventListener("online", goOn);
      resolve();
    };
    const timer = setTimeout(goOn, waitMs);
    window.addEventListener("online", goOn);
  });
}
