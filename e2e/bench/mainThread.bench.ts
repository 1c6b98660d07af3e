// Whether the page's main thread stands in anybody's way: long tasks from opening or a photo to the answer,
// in front of the camera and while the morph plays.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { openCamera } from "../support/camera.ts";
import { VISITOR } from "../support/gallery.ts";
import { choosePhoto, engineReady, expectFirstMatch, openHome } from "../support/page.ts";
import { largeJpeg, portrait } from "../support/photos.ts";
import { traceMainThread } from "./trace.ts";
import type { Trace } from "./trace.ts";

/** Source: W3C Long Tasks. */
const LONG_MS = 50;
const WATCHED_MS = 5000;

test.use({ permissions: ["camera"] });

test("a first visit, from opening the page to the painted answer", async ({ page }) => {
  const file = await largeJpeg(VISITOR);
  const trace = await traceMainThread(page, async () => {
    await openHome(page);
    await choosePhoto(page, file);
    await expectFirstMatch(page, VISITOR);
    await watch(page, 500);
  });
  print("first visit", trace);
});

/** Of the tests below, which ask about a page that has been open for a while. */
async function openReady(page: Page): Promise<void> {
  await openHome(page);
  await engineReady(page, "wasm");
  // What is loaded in idle time after the start is not measured here.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

for (const [name, photo] of [
  ["a 12-megapixel JPEG", () => largeJpeg(VISITOR)],
  ["a small WebP", () => Promise.resolve(portrait(VISITOR))],
] as const)
  test(`${name}, from the file to the painted answer`, async ({ page }) => {
    await openReady(page);
    const file = await photo();
    const trace = await traceMainThread(page, async () => {
      await choosePhoto(page, file);
      await expectFirstMatch(page, VISITOR);
      await watch(page, 500);
    });
    print(name, trace);
  });

test("in front of the camera, guided", async ({ page }) => {
  await openReady(page);
  await page.evaluate(() => {
    localStorage.setItem("starlike.settings", JSON.stringify({ version: 1, autoShot: false }));
  });
  await page.reload();
  await engineReady(page, "wasm");
  await openCamera(page);
  print("guided camera", await traceMainThread(page, () => watch(page, WATCHED_MS)));
});

test("while the morph plays", async ({ page }) => {
  await openReady(page);
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await page.getByRole("button", { name: "Play the morph" }).click();
  await expect(page.getByRole("button", { name: "Pause the morph" })).toBeVisible();
  await watch(page, 1000);
  print("playing morph", await traceMainThread(page, () => watch(page, WATCHED_MS)));
});

/** In the page's own time. */
async function watch(page: Page, ms: number): Promise<void> {
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}

function print(what: string, { tasks, seconds }: Trace): void {
  const long = tasks.filter(({ durationMs }) => durationMs > LONG_MS);
  const busyMs = tasks.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const longest = tasks[0];
  console.log(
    `${what}: ${long.length} of ${tasks.length} tasks over ${LONG_MS} ms in ${seconds.toFixed(1)} s; ` +
      `longest ${longest?.durationMs.toFixed(0)} ms (${longest?.longestPart}), ` +
      `processor time ${longest?.processorMs.toFixed(0)} ms; main thread busy ${((busyMs / seconds / 1000) * 100).toFixed(0)} %`,
  );
  for (const task of long)
    console.log(
      `  at ${task.startMs.toFixed(0)} ms: ${task.durationMs.toFixed(0)} ms, ${task.processorMs.toFixed(0)} ms of the processor, ${task.longestPart}`,
    );
}
