// Nothing leaves: a server of the test's own hears every request of the page, its workers and its service worker.
import { readFile } from "node:fs/promises";
import { expect, test as base } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";

import { listPrecache } from "../scripts/build/precacheManifest.ts";
import { en } from "../src/i18n/en.ts";
import { openCamera } from "./support/camera.ts";
import { VISITOR } from "./support/gallery.ts";
import { browserData, historyRows, openPage } from "./support/history.ts";
import { backToStart, choosePhoto, expectFirstMatch, openHome, SLOW_MS } from "./support/page.ts";
import { portrait } from "./support/photos.ts";
import type { PhotoFile } from "./support/photos.ts";
import { DIST } from "./support/releases.ts";
import { serveRelease, type ReleaseServer } from "./support/releaseServer.ts";

/** What cameras write into a photo, and nobody else may read. */
const TRACES = ["SecretCam", "Exif", "GPS"];

const test = base.extend<{ readonly server: ReleaseServer }>({
  // Playwright reads from the pattern which fixtures are asked for: here none.
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await serveRelease(DIST);
    await use(server);
    await server.close();
  },
  baseURL: ({ server }, use) => use(server.url),
});

test.use({ serviceWorkers: "allow", permissions: ["camera"], acceptDownloads: true });

test("asks for its own files alone, and for nothing once it is ready offline", async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(2 * SLOW_MS);
  const heard = listen(context);
  // The shutter instead: a camera that shoots by itself waits for a steady look, which a busy machine may not give.
  await page.addInitScript(() => {
    localStorage.setItem("starlike.settings", JSON.stringify({ version: 1, autoShot: false }));
  });
  await openHome(page);
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
  const files = (await listPrecache(DIST)).map(({ url }) => url);
  const own = ["?backend=wasm", "sw.js", ...files];
  expect(unknownTo(linesOf("/", own), server.received())).toEqual([]);
  server.forget();

  await openCamera(page);
  await page.getByRole("button", { name: "Take the photo" }).click();
  await expectFirstMatch(page, VISITOR);
  await backToStart(page);
  await choosePhoto(page, await tracedPhoto());
  await expectFirstMatch(page, VISITOR);
  expectNoTrace(await sharedPicture(page));
  await expectNothingKept(page, context);

  await openPage(page, "settings");
  await page.getByRole("switch", { name: "Keep my results" }).press("Space");
  await page.getByRole("switch", { name: "With my face" }).press("Space");
  await openPage(page, "");
  await choosePhoto(page, await tracedPhoto());
  await expectFirstMatch(page, VISITOR);
  await openPage(page, "history");
  await expect(historyRows(page)).toHaveCount(1);
  expectNoTrace(await keptPicture(page));

  await openPage(page, "settings");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("button", { name: "Delete it all" }).click();
  await expect(page.getByRole("heading", { name: "Everything is deleted." })).toBeVisible();

  // The browser itself looks now and then whether there is a newer service worker.
  expect(unknownTo(linesOf("/", ["sw.js"]), server.received())).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(unknownTo(linesOf(server.url, own), heard)).toEqual([]);
  // Or the lists are empty because nobody listened.
  expect(heard.some((line) => line.endsWith(".bin"))).toBe(true);
});

/** Method and address of every request that the browser makes, also of those that no server of ours would hear. */
function listen(context: BrowserContext): string[] {
  const lines: string[] = [];
  context.on("request", (request) => {
    const { protocol } = new URL(request.url());
    const withBody = request.postData() === null ? "" : " with a body";
    if (protocol !== "blob:" && protocol !== "data:")
      lines.push(`${request.method()}${withBody} ${request.url()}`);
  });
  return lines;
}

/** As requests without a body are heard. */
function linesOf(base: string, addresses: readonly string[]): readonly string[] {
  return addresses.map((address) => `GET ${base}${address}`);
}

/** Compared whole: a word more in an address would be data that leaves. */
function unknownTo(known: readonly string[], lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !known.includes(line));
}

/** The settings and the app's own files, and nothing that knows of a face. */
async function expectNothingKept(page: Page, context: BrowserContext): Promise<void> {
  const { databases, local, session } = (await browserData(page)) as {
    databases: string[];
    local: string[];
    session: string[];
  };
  expect({ databases, session }).toEqual({ databases: [], session: [] });
  expect(local.filter((key) => !/^starlike\.(settings|language)$/.test(key))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all(
      (await self.caches.keys()).map(async (name) => (await self.caches.open(name)).keys()),
    );
    return caches.flat().map(({ url }) => url.split("/").at(-1)!);
  });
  const ours = (await listPrecache(DIST)).map(({ sha256 }) => sha256);
  expect(unknownTo(ours, kept)).toEqual([]);
}

async function sharedPicture(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: en.result.shareAction, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("img")).toBeVisible();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: en.share.download, exact: true }).click();
  const content = await readFile(await (await download).path());
  await page.keyboard.press("Escape");
  return content;
}

async function keptPicture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open("starlike");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const all = opening.result.transaction("history").objectStore("history").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const [{ picture }] = all.result as [{ picture: { blob: Blob } }];
            void picture.blob.arrayBuffer().then((it) => {
              resolve([...new Uint8Array(it)]);
            });
          };
        };
      }),
  );
  return Buffer.from(bytes);
}

function expectNoTrace(content: Buffer): void {
  expect(content.length).toBeGreaterThan(1000);
  for (const trace of TRACES) expect(content.includes(trace), trace).toBe(false);
}

async function tracedPhoto(): Promise<PhotoFile> {
  const buffer = await sharp(portrait(VISITOR).buffer)
    .withExif({
      IFD0: { Make: "SecretCam" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSMapDatum: "GPS" },
    })
    .jpeg()
    .toBuffer();
  for (const trace of TRACES) expect(buffer.includes(trace), trace).toBe(true);
  return { name: "holiday.jpg", mimeType: "image/jpeg", buffer };
}
