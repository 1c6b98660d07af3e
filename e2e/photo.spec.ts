import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { nameOf, OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import { loseContext, rememberContext } from "./support/graphicsContext.ts";
import {
  backToStart,
  choosePhoto,
  engineReady,
  expectFirstMatch,
  matches,
  openHome,
  SLOW_MS,
} from "./support/page.ts";
import {
  avif,
  gif,
  groupPhoto,
  ORIENTATIONS,
  portrait,
  smallPng,
  snapshot,
  turnedJpeg,
} from "./support/photos.ts";
import type { PhotoFile } from "./support/photos.ts";

test("walks the whole path on WebGL, and on WASM once the context is lost", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await rememberContext(page);
  await openHome(page, "?backend=webgl");
  await engineReady(page, "webgl");
  await choosePhoto(page, await visitorPng());
  await expectFirstMatch(page, VISITOR, SLOW_MS);

  await backToStart(page);
  await choosePhoto(page, portrait(VISITOR));
  await expect(page.getByText("Looking for faces")).toBeVisible();
  await loseContext(page);
  await expectFirstMatch(page, VISITOR, SLOW_MS);
  await engineReady(page, "wasm");
});

test("chooses WASM by itself, and names the person of a portrait and the next four", async ({
  page,
}) => {
  test.setTimeout(2 * SLOW_MS);
  const asked: string[] = [];
  // The large detector's weights are for photos in doubt: a first answer does without them.
  await page.route(/ssd_mobilenet/, (route) => {
    asked.push(route.request().url());
  });
  await openHome(page, "");
  await engineReady(page, "wasm");
  await choosePhoto(page, portrait(VISITOR));

  await expectFirstMatch(page, VISITOR);
  await expect(matches(page)).toHaveCount(5);
  await expect(page.getByTestId("match-score").first()).toHaveText(/\d/);
  await expect(page.getByRole("heading", { name: nameOf(VISITOR) })).toBeVisible();
  // After it everybody fetches them, so that the server learns nothing of the photo.
  await expect.poll(() => asked.length).toBe(2);
});

test("gives a photo the same first name in every format, turned as its EXIF says", async ({
  page,
}) => {
  await openHome(page);
  for (const photo of [await smallPng(VISITOR), await avif(VISITOR), await gif(VISITOR)])
    await test.step(photo.name, () => expectToBeVisitor(page, photo));
  for (const orientation of ORIENTATIONS) {
    const photo = await turnedJpeg(VISITOR, orientation);
    await test.step(photo.name, () => expectToBeVisitor(page, photo));
  }
});

test("lets the person pick from several faces, drawn side by side or of one photo", async ({
  page,
}) => {
  const ids = [VISITOR, ...OTHER_VISITORS];
  await openHome(page);
  await choosePhoto(page, await groupPhoto(ids));

  await expect(page.getByTestId("face-choice")).toHaveCount(ids.length);
  await expect(matches(page)).toHaveCount(0);
  // The order is the page's own; each choice must lead to somebody of the photo.
  await page.getByTestId("face-choice").first().click();
  await expect(matches(page)).toHaveCount(5);
  expect(ids).toContain(await matches(page).first().getAttribute("data-id"));

  await backToStart(page);
  await page
    .locator('input[type="file"]')
    .setInputFiles("node_modules/@vladmandic/face-api/demo/sample1.jpg");

  const choices = page.getByTestId("face-choice");
  await expect(choices.first()).toBeVisible();
  expect(await choices.count()).toBeGreaterThan(1);
  await choices.last().click();
  await expect(matches(page)).toHaveCount(5);
});

/** With room around the face, so that the quick detector sees it. */
async function visitorPng(): Promise<PhotoFile> {
  const buffer = await (await snapshot(VISITOR, 640, 480)).png().toBuffer();
  return { name: "visitor.png", mimeType: "image/png", buffer };
}

async function expectToBeVisitor(page: Page, photo: PhotoFile): Promise<void> {
  await choosePhoto(page, photo);
  await expectFirstMatch(page, VISITOR);
  await backToStart(page);
}
