// Photo after photo, and a while of camera: what the page holds stays what it was. By the hour: `npm run endurance`.
import { expect, test } from "@playwright/test";

import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import { readHeld, watchObjectUrls } from "./support/held.ts";
import {
  backToStart,
  choosePhoto,
  engineReady,
  expectFirstMatch,
  openHome,
  SLOW_MS,
} from "./support/page.ts";
import { portrait } from "./support/photos.ts";

const ROUNDS = 5;

test("holds after many photos what it held after the first ones", async ({ page }) => {
  await watchObjectUrls(page);
  await openHome(page);
  await engineReady(page, "wasm");
  const lookAtAll = async () => {
    for (const id of [VISITOR, ...OTHER_VISITORS]) {
      await choosePhoto(page, portrait(id));
      await expectFirstMatch(page, id);
      await backToStart(page);
    }
  };
  const { tensors: withoutSsd } = await readHeld(page);
  await lookAtAll();
  // The large detector comes after the first answer.
  await expect
    .poll(async () => (await readHeld(page)).tensors, { timeout: SLOW_MS })
    .toBeGreaterThan(withoutSsd);
  const { heapBytes, ...before } = await readHeld(page);
  for (let round = 0; round < ROUNDS; round++) await lookAtAll();
  const { heapBytes: heapAfter, ...after } = await readHeld(page);

  expect(after).toEqual(before);
  // A photo's pixels, kept, would be more than that: a preview alone takes 0.25 MB, and there were twenty.
  expect(heapAfter - heapBytes).toBeLessThan(1.5e6);

  // Or nothing was held because nothing is counted.
  await page.evaluate(async () => {
    const open = await createImageBitmap(new ImageData(1, 1));
    Object.assign(window, { open, url: URL.createObjectURL(new Blob()) });
  });
  const { openBitmaps, objectUrls } = await readHeld(page);
  expect({ openBitmaps, objectUrls }).toEqual({
    openBitmaps: before.openBitmaps + 1,
    objectUrls: before.objectUrls + 1,
  });
});
