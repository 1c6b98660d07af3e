// What a visitor may bring: formats, and several photos at once.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import sharp from "sharp";

import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import {
  backToStart,
  choosePhoto,
  expectFirstMatch,
  expectProblem,
  matches,
  openHome,
} from "./support/page.ts";
import {
  avif,
  blurredPhoto,
  groupPhoto,
  heicPhoto,
  portrait,
  smallPng,
  turnedHeic,
} from "./support/photos.ts";
import type { PhotoFile } from "./support/photos.ts";

test("opens a turned HEIC upright, and has its decoder only then", async ({ page }) => {
  const decoder: string[] = [];
  page.on("response", (response) => {
    if (/heic|libheif/.test(response.url())) decoder.push(response.url());
  });
  await openHome(page);
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  expect(decoder).toEqual([]);

  await backToStart(page);
  await choosePhoto(page, await turnedHeic(VISITOR));
  await expectFirstMatch(page, VISITOR);
  expect(decoder.some((url) => url.endsWith(".wasm"))).toBe(true);
  // Its worker has ended with it.
  expect(page.workers().filter((worker) => worker.url().includes("photoWorker"))).toEqual([]);
});

test("refuses a HEIC whose decoder cannot be loaded, one that is cut off, and one too large", async ({
  page,
}) => {
  const { name, mimeType, buffer } = await turnedHeic(VISITOR);
  await openHome(page);
  await page.route(/libheif.*\.wasm/, (route) => route.abort());
  await choosePhoto(page, { name, mimeType, buffer });
  await expectProblem(page, "decoderUnavailable");

  await page.unroute(/libheif.*\.wasm/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectFirstMatch(page, VISITOR);

  await choosePhoto(page, { name, mimeType, buffer: buffer.subarray(0, buffer.length / 2) });
  await expectProblem(page, "damagedImage");

  const grey = { create: { width: 16, height: 16, channels: 3, background: "#888" } } as const;
  const claimedSize = { width: 20_000, height: 20_000 };
  await choosePhoto(page, await heicPhoto(sharp(grey), { claimedSize }));
  await expectProblem(page, "imageTooLarge");
});

test("reads several photos of one person together, from wherever they come", async ({ page }) => {
  const broken = { name: "b.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo") };
  const photos = [portrait(VISITOR), await avif(VISITOR), broken];
  await openHome(page);
  await test.step("chosen, a broken one left out", async () => {
    await chooseFiles(page, photos);
    await expectFirstMatch(page, VISITOR);
    await expect(page.getByText("The mean of 2 pictures of 3.")).toBeVisible();
    await backToStart(page);
  });
  for (const type of ["drop", "paste"] as const)
    await test.step(type, async () => {
      await handOver(page, type, photos.slice(0, 2));
      await expectFirstMatch(page, VISITOR);
      await expect(page.getByText("The mean of 2 pictures of 2.")).toBeVisible();
      await backToStart(page);
    });
  await test.step("found again in a photo of several", async () => {
    await chooseFiles(page, [await groupPhoto([...OTHER_VISITORS, VISITOR]), portrait(VISITOR)]);
    await expectFirstMatch(page, VISITOR);
    await expect(page.getByText("The mean of 2 pictures of 2.")).toBeVisible();
  });
});

test("does not take two people for one, and compares them", async ({ page }) => {
  await openHome(page);
  await chooseFiles(page, [portrait(VISITOR), portrait(OTHER_VISITORS[0])]);
  await expectProblem(page, "differentPeople");
  await page.getByRole("button", { name: "Compare these two" }).click();
  await expect(page.getByRole("group", { name: "the first face and the second" })).toBeVisible();
});

test("asks before it answers a blurred photo, takes another, or answers it all the same", async ({
  page,
}) => {
  await openHome(page);
  await choosePhoto(page, await blurredPhoto(VISITOR));
  await expect(page.getByRole("heading", { name: "The face is blurred" })).toBeVisible();
  await expect(matches(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Use it anyway" }).click();
  await expect(matches(page)).toHaveCount(5);

  await backToStart(page);
  await choosePhoto(page, await blurredPhoto(VISITOR));
  await expect(page.getByRole("heading", { name: "The face is blurred" })).toBeVisible();
  await choosePhoto(page, await smallPng(VISITOR));
  await expectFirstMatch(page, VISITOR);
});

async function chooseFiles(page: Page, photos: readonly PhotoFile[]): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles([...photos]);
}

/** As the browser does when files come from outside. */
async function handOver(
  page: Page,
  type: "drop" | "paste",
  photos: readonly PhotoFile[],
): Promise<void> {
  const files = photos.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString("base64"),
  }));
  await page.evaluate(
    ([kind, all]) => {
      const data = new DataTransfer();
      for (const { name, mimeType, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mimeType }));
      }
      const event =
        kind === "drop"
          ? new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data })
          : new ClipboardEvent(kind, { bubbles: true, cancelable: true, clipboardData: data });
      document.body.dispatchEvent(event);
    },
    [type, files] as const,
  );
}
