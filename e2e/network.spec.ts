import { setTimeout } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import type { Request } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, engineReady, expectFirstMatch, openHome } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

test.use({ serviceWorkers: "allow" });

/** Until the service worker has heard of the photo; 40 ms were seen. Without the hold there is a download every `SLOW_DOWNLOAD_MS`. */
const MESSAGE_MS = 250;

/** Times some 90 files of code: a quarter of a minute of installation. */
const SLOW_DOWNLOAD_MS = 150;

test("downloads nothing while it reads a photo, not even on the first visit", async ({
  page,
  context,
}) => {
  // Slow enough that the service worker is still at it when the engine is ready.
  await context.route(/\/assets\//, async (route) => {
    if (isOfServiceWorker(route.request())) await setTimeout(SLOW_DOWNLOAD_MS);
    await route.continue();
  });
  const requests: { readonly at: number; readonly request: Request }[] = [];
  context.on("request", (request) => requests.push({ at: Date.now(), request }));
  await openHome(page);
  await engineReady(page, "wasm");
  await expect.poll(() => requests.some(({ request }) => isOfServiceWorker(request))).toBe(true);
  await expect(page.getByTestId("offline-ready")).toHaveCount(0);
  // Both by the page itself: on a busy machine the test hears of them much later.
  const chosen = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const options = { capture: true, once: true };
        document.addEventListener(
          "change",
          () => {
            resolve(Date.now());
          },
          options,
        );
      }),
  );
  const shown = page.waitForFunction(
    () => document.querySelector('[data-testid="match"]') !== null && Date.now(),
  );
  await choosePhoto(page, portrait(VISITOR));
  const chosenAt = await chosen;
  const shownAt = Number(await (await shown).jsonValue());
  await expectFirstMatch(page, VISITOR);

  const during = requests.filter(
    ({ at, request }) => at > chosenAt + MESSAGE_MS && at < shownAt && isOfNetwork(request),
  );
  expect(during.map(({ request }) => addressOf(request))).toEqual([]);
  await expect.poll(() => requests.filter(({ at }) => at > shownAt).length).toBeGreaterThan(1);
});

function isOfServiceWorker(request: Request): boolean {
  return request.serviceWorker() !== null;
}

/** Else the address holds the content itself. */
function isOfNetwork(request: Request): boolean {
  return !/^(blob|data):/.test(request.url());
}

function addressOf(request: Request): string {
  return `${request.method()} ${request.url()}`.replace(/^GET /, "");
}
