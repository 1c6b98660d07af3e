// Five hundred photos in one page, half an hour of camera: `npm run endurance`. PHOTOS and MINUTES make it shorter, BACKEND is another than WASM.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { installStopwatch } from "../../scripts/bench/browser/stopwatch.ts";
import { openCamera } from "../support/camera.ts";
import { OTHER_VISITORS, VISITOR } from "../support/gallery.ts";
import { choosePhotoFromWithin, readHeld, watchObjectUrls } from "../support/held.ts";
import type { Held } from "../support/held.ts";
import { backToStart, engineReady, openHome } from "../support/page.ts";
import { portrait } from "../support/photos.ts";

const PHOTOS = Number(process.env["PHOTOS"] ?? 500);
const MINUTES = Number(process.env["MINUTES"] ?? 30);
const BACKEND = process.env["BACKEND"] === "webgl" ? "webgl" : "wasm";
const LOOKS = 6;
/** Photos of which the first and the last median are made. */
const SPAN = 50;

test.use({ permissions: ["camera"] });

test.beforeEach(async ({ page }) => {
  test.setTimeout(0);
  await watchObjectUrls(page);
  await page.addInitScript(installStopwatch);
  // The camera is to stay open.
  await page.addInitScript(() => {
    localStorage.setItem("starlike.settings", JSON.stringify({ version: 1, autoShot: false }));
  });
  await openHome(page, `?backend=${BACKEND}`);
  await engineReady(page, BACKEND);
});

test("photo after photo", async ({ page }) => {
  const sitters = [VISITOR, ...OTHER_VISITORS];
  const times: number[] = [];
  const seen: Held[] = [];
  for (let i = 0; i < PHOTOS; i++) {
    await choosePhotoFromWithin(page, portrait(sitters[i % sitters.length]!));
    times.push((await page.evaluate(() => window.stopwatch.answer())).ms);
    await backToStart(page);
    if ((i + 1) % Math.floor(PHOTOS / LOOKS) === 0 || i === PHOTOS - 1)
      seen.push(await look(page, `${i + 1} photos`));
  }
  // Not the very first: they warm the engine up.
  const [first, last] = [times.slice(10, 10 + SPAN), times.slice(-SPAN)].map(median);
  console.log(`a photo at first ${first!.toFixed(0)} ms, at last ${last!.toFixed(0)} ms`);
  // Before the second look the large detector came, in an idle moment.
  expectFlat(seen.slice(1));
});

test("minute after minute of guided camera", async ({ page }) => {
  await openCamera(page);
  const seen: Held[] = [];
  for (let i = 0; i <= LOOKS; i++) {
    await page.evaluate(
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      i === 0 ? 10_000 : (MINUTES * 60_000) / LOOKS,
    );
    seen.push(await look(page, `${((i * MINUTES) / LOOKS).toFixed(1)} minutes`));
  }
  expectFlat(seen);
});

async function look(page: Page, when: string): Promise<Held> {
  const held = await readHeld(page);
  console.log(`${when}: ${JSON.stringify(held)}`);
  return held;
}

/** Nothing more of what is counted; of what is collected now and then, no more than a tenth. */
function expectFlat(seen: readonly Held[]): void {
  const [{ nodes, heapBytes, ...first }, last] = [seen[0]!, seen.at(-1)!];
  expect(last).toMatchObject(first);
  expect(last.nodes).toBeLessThan(1.1 * nodes);
  expect(last.heapBytes).toBeLessThan(1.1 * heapBytes);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
