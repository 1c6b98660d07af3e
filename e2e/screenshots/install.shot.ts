// The pictures that the system shows when it offers to install the app. The
// visitor on them is a blend of two composite portraits: nobody real is in them.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import sharp from "sharp";

import { blendedVisitor } from "../support/blend.ts";
import { choosePhoto, engineReady, matches, openHome } from "../support/page.ts";

const FOLDER = new URL("../../public/screenshots/", import.meta.url);

const SIZES = [
  { name: "narrow", width: 390, height: 844, scale: 2 },
  { name: "wide", width: 1280, height: 800, scale: 1 },
];

for (const { name, scale, ...viewport } of SIZES)
  test.describe(name, () => {
    test.use({ viewport, colorScheme: "dark", deviceScaleFactor: scale });

    test("takes the pictures of the manifest", async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
      await openHome(page);
      await engineReady(page, "wasm");
      await save(page, `home-${name}`);
      await choosePhoto(page, await blendedVisitor("natalie-portman", "emma-watson"));
      await expect(matches(page)).toHaveCount(5);
      await save(page, `answer-${name}`);
    });
  });

async function save(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await sharp(await page.screenshot())
    .webp({ quality: 75 })
    .toFile(fileURLToPath(new URL(`${name}.webp`, FOLDER)));
}
