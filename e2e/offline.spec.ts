import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { listPrecache } from "../scripts/build/precacheManifest.ts";
import { nameOf, VISITOR } from "./support/gallery.ts";
import {
  backToStart,
  choosePhoto,
  expectFirstMatch,
  matches,
  SLOW_MS,
  saveData,
} from "./support/page.ts";
import { portrait } from "./support/photos.ts";
import { createProfile, type Profile } from "./support/profile.ts";
import { DIST } from "./support/releases.ts";
import { serveRelease, type ReleaseServer } from "./support/releaseServer.ts";

let server: ReleaseServer;

test.beforeEach(async () => {
  test.setTimeout(2 * SLOW_MS);
  server = await serveRelease(DIST);
});
test.afterEach(() => server.close());
test.use({ serviceWorkers: "allow" });

for (const percent of [30, 60, 99])
  test(`goes on where the first load stopped, at ${percent} %`, async ({ page }) => {
    const files = await listPrecache(DIST);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    server.breakAfter((total * percent) / 100);
    await page.goto(`${server.url}?backend=wasm`);
    await expect.poll(server.isBroken, { timeout: SLOW_MS }).toBe(true);
    await expect(page.getByTestId("offline-ready")).toHaveCount(0);

    const before = new Set(server.sent());
    server.forget();
    server.mend();
    await ready(page);

    // What had come is not asked for again, be it by the page or by its service worker.
    const again = server.sent().filter((path) => before.has(path) && path !== "/sw.js");
    expect(again).toEqual([]);
    expect(await keptFiles(page)).toBe(files.length);
    expect(countsOver(1, server.sent())).toEqual([]);
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
  });

test("answers as before with the server gone and the browser started anew", async () => {
  const profile = await createProfile();
  try {
    const online = await answersIn(profile);
    await server.close();
    expect(await answersIn(profile)).toEqual(online);
    expect(online.file[0]).toBe(VISITOR);
    expect(online.camera).toBe(VISITOR);
  } finally {
    await profile.remove();
  }
});

test("gets back what is damaged or cleared away, and then needs no server", async ({ page }) => {
  await page.goto(`${server.url}?backend=wasm`);
  await ready(page);
  await damage(page, "face_recognition_model.bin");
  await forgetInMemory(page);
  server.forget();

  await page.reload();
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await ready(page);
  const weights = server.sent().filter((path) => path.endsWith(".bin"));
  expect(weights).toEqual(["/models/face_recognition_model.bin"]);

  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });

  await page.reload();
  await ready(page);
  expect(await keptFiles(page)).toBe((await listPrecache(DIST)).length);

  await server.close();
  await page.reload();
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await ready(page);
});

test("asks before it fetches on a metered connection", async ({ page }) => {
  await saveData(page);
  await page.goto(`${server.url}?backend=wasm`);
  const keep = page.getByRole("button", { name: /^Keep the app for offline use, 1\d\.\d MB$/ });
  await expect(keep).toBeVisible();
  const offer = page.getByText(/^You save data, so the face reader is not loaded yet\./);
  await expect(offer).toBeVisible();
  expect(server.received().filter((it) => /sw\.js|models\/|gallery\//.test(it))).toEqual([]);

  // Who opens the page of all people asks for them.
  await showPage(page, "people");
  await expect(page.getByRole("link", { name: nameOf(VISITOR) })).toBeVisible();
  expect(server.received().filter((it) => /sw\.js|models\//.test(it))).toEqual([]);
  await showPage(page, "");

  await keep.click();
  await ready(page);
});

async function showPage(page: Page, name: string): Promise<void> {
  await page.evaluate((path) => {
    location.hash = `#/${path}`;
  }, name);
}

/** The names that a photo gets, and the first that the camera gets, in a browser of their own. */
async function answersIn(profile: Profile) {
  const context = await profile.open();
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}?backend=wasm`);
    await ready(page);
    await choosePhoto(page, portrait(VISITOR));
    await expect(matches(page)).toHaveCount(5);
    const file = await matches(page).evaluateAll((all) => all.map((it) => it.dataset["id"]));
    await backToStart(page);
    // The camera shoots by itself.
    await page.getByRole("button", { name: "Take a photo", exact: true }).click();
    await expect(matches(page)).toHaveCount(5);
    const camera = await matches(page).first().getAttribute("data-id");
    return { file, camera };
  } finally {
    await context.close();
  }
}

async function ready(page: Page): Promise<void> {
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
}

function keptFiles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const counts = (await caches.keys()).map(
      async (name) => (await (await caches.open(name)).keys()).length,
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  });
}

/** Flips one bit in the middle of a kept file. */
async function damage(page: Page, name: string): Promise<void> {
  const file = (await listPrecache(DIST)).find(({ url }) => url.endsWith(name))!;
  await page.evaluate(async (sha256) => {
    for (const cacheName of await caches.keys()) {
      const cache = await caches.open(cacheName);
      const key = (await cache.keys()).find(({ url }) => url.endsWith(sha256));
      if (key === undefined) continue;
      const response = (await cache.match(key))!;
      const content = new Uint8Array(await response.arrayBuffer());
      content[content.length >> 1]! ^= 1;
      await cache.put(key, new Response(content, { headers: response.headers }));
    }
  }, file.sha256);
}

/** As after a day: the service worker has forgotten what it checked, and the HTTP cache is empty. */
async function forgetInMemory(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.send("Network.clearBrowserCache");
  await session.detach();
}

function countsOver(limit: number, paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > limit).map(([path]) => path);
}
