// Photo after photo: what the page holds stays what it was. By the hour, and with the camera: `npm run endurance`.
import { expect, test } from "@playwright/test";

import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import { choosePhotoFromWithin, readHeld, watchObjectUrls } from "./support/held.ts";
import { backToStart, engineReady, expectFirstMatch, openHome, SLOW_MS } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

const ROUNDS = 3;

test("holds after many photos what it held after the first ones", async ({ page }) => {
  await watchObjectUrls(page);
  await openHome(page);
  await engineReady(page, "wasm");
  const lookAtAll = async () => {
    for (const id of [VISITOR, ...OTHER_VISITORS]) {
      await choosePhotoFromWithin(page, portrait(id));
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
  await lookAtAll();
  const { nodes, heapBytes, ...before } = await readHeld(page);
  for (let round = 0; round < ROUNDS; round++) await lookAtAll();
  const { nodes: nodesAfter, heapBytes: heapAfter, ...after } = await readHeld(page);

  expect(after).toEqual(before);
  // A screen that has just gone may still be there; were each kept, there would be 3,600 more.
  expect(nodesAfter).toBeLessThan(nodes + 1000);
  expect(heapAfter).toBeLessThan(1.1 * heapBytes);

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
