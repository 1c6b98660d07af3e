import type { ServiceWorkerMessage } from "./serviceWorkerMessage.ts";

/** Photos being read: a second one may begin before the first is given up. */
let holds = 0;
let waiting: (() => void)[] = [];

/**
 * Keeps a service worker from fetching files to keep, so that nothing but
 * what a photo itself needs is requested while it is being read.
 *
 * @returns lets it go on; to be called once
 */
export function holdDownloads(): () => void {
  holds += 1;
  void tell({ type: "HOLD_DOWNLOADS" });
  return () => {
    holds -= 1;
    if (holds > 0) return;
    for (const goOn of waiting) goOn();
    waiting = [];
    void tell({ type: "RESUME_DOWNLOADS" });
  };
}

/** At the start of a page: one that was closed while it held downloads could not let them go on. */
export function letHeldGoOn(): void {
  if (holds === 0) void tell({ type: "RESUME_DOWNLOADS" });
}

/** Resolves while no photo is being read: at once, or after the last. */
export function untilNotHeld(): Promise<void> {
  if (holds === 0) return Promise.resolve();
  return new Promise((resolve) => waiting.push(resolve));
}

async function tell(message: ServiceWorkerMessage): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.installing?.postMessage(message);
  registration?.active?.postMessage(message);
}
