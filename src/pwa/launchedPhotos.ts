import { messageSW } from "workbox-window";

import { decodeSharedPhotos, type ServiceWorkerMessage } from "./serviceWorkerMessage.ts";

/** https://wicg.github.io/web-app-launch/#launchqueue-interface; Chromium alone has it. */
interface LaunchQueue {
  readonly setConsumer: (consumer: (launch: LaunchParams) => void) => void;
}
interface LaunchParams {
  readonly files: readonly { readonly getFile: () => Promise<File> }[];
}

/**
 * Takes the photos that the system opens the app with: those shared from another
 * app, and files opened with this one.
 *
 * @param onPhotos called with one file at least; never while the page has not been shown
 */
export function takeLaunchedPhotos(onPhotos: (files: readonly File[]) => void): void {
  const give = (files: readonly File[]) => {
    if (files.length > 0) onPhotos(files);
  };
  void takeShared().then(give);
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    void Promise.all(files.map((file) => file.getFile())).then(give);
  });
}

async function takeShared(): Promise<readonly File[]> {
  const address = new URL(location.href);
  if (!address.searchParams.has("shared") || !("serviceWorker" in navigator)) return [];
  // Opened again, the address must not ask again.
  address.searchParams.delete("shared");
  history.replaceState(history.state, "", address);
  const { controller } = navigator.serviceWorker;
  if (controller === null) return [];
  const message: ServiceWorkerMessage = { type: "TAKE_SHARED" };
  return decodeSharedPhotos(await messageSW(controller, message))?.files ?? [];
}
