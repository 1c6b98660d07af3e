import type { ServiceWorkerMessage } from "./serviceWorkerMessage.ts";

/**
 * Keeps an installing service worker from fetching anything, so that the page
 * makes no request at all while a photo is being read.
 *
 * @returns lets it go on
 */
export function holdDownloads(): () => void {
  void tell({ type: "HOLD_DOWNLOADS" });
  return () => {
    void tell({ type: "RESUME_DOWNLOADS" });
  };
}

async function tell(message: ServiceWorkerMessage): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.installing?.postMessage(message);
}
