// Every visitor on these pictures is a composite portrait: nobody real is in them.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import sharp from "sharp";

import { expectSound } from "../support/sound.ts";
import { walkScreens } from "../support/walk.ts";

const FOLDER = new URL("../../docs/screenshots/", import.meta.url);

const SIZES = [
  { name: "phone", width: 360, height: 740, scale: 2 },
  { name: "desktop", width: 1280, height: 800, scale: 1 },
];

for (const { name, scale, ...viewport } of SIZES)
  for (const colorScheme of ["light", "dark"] as const)
    for (const language of ["en", "ru"] as const)
      test.describe(`${name}-${colorScheme}-${language}`, () => {
        test.use({ viewport, colorScheme, deviceScaleFactor: scale, serviceWorkers: "allow" });

        test("takes every screen", async ({ page }) => {
          test.setTimeout(300_000);
          await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
          await walkScreens(page, language, async (screen) => {
            await expect(page.getByTestId("offline-ready")).toBeVisible();
            await expectSound(page, screen, language);
            await saveScreenshot(page, `${screen}-${name}-${colorScheme}-${language}`);
          });
        });
      });

/** A list of everybody says no more after three screens of a phone; in WebP no picture may be higher than 16,383 px. */
const MAX_HEIGHT_PX = 2400;

async function saveScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await lookAtEverything(page);
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const picture = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT_PX) },
  });
  // As PNG the set would weigh five times as much.
  await sharp(picture)
    .webp({ quality: 72 })
    .toFile(fileURLToPath(new URL(`${name}.webp`, FOLDER)));
}

/** What is drawn only once it comes near the screen is drawn then. */
async function lookAtEverything(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < Math.min(height, MAX_HEIGHT_PX); y += 300)
    await page.evaluate(async (top) => {
      scrollTo({ top, behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }, y);
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: "instant" });
  });
}
