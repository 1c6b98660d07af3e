// What the service worker says to the pages of its scope.
import type { PageMessage } from "./serviceWorkerMessage.ts";

/** A page that has just been opened on a slow phone is heard within this. Unmeasured. */
const ANSWER_MS = 15_000;

/** Every window of the scope, whichever service worker it belongs to. */
export async function pagesOf(worker: ServiceWorkerGlobalScope): Promise<readonly WindowClient[]> {
  const ofOrigin = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return ofOrigin.filter(({ url }) => url.startsWith(worker.registration.scope));
}

/** Whether one of the pages works at all. True without any: there is nothing to rescue. */
export function anyPageAnswers(
  pages: readonly Pick<WindowClient, "postMessage">[],
  limitMs = ANSWER_MS,
): Promise<boolean> {
  if (pages.length === 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, limitMs);
    for (const page of pages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        resolve(true);
        port1.close();
      };
      page.postMessage({ type: "ARE_YOU_THERE" } satisfies PageMessage, [port2]);
    }
  });
}
