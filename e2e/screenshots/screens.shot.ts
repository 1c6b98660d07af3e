// Every visitor on these pictures is a composite portrait: nobody real is in them.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import sharp from "sharp";

import { blendedVisitor } from "../support/blend.ts";
import { facelessPhoto } from "../support/faceless.ts";
import { OTHER_VISITORS } from "../support/gallery.ts";
import { choosePhoto, engineReady, expectProblem, matches, openHome } from "../support/page.ts";
import { groupPhoto } from "../support/photos.ts";

const FOLDER = new URL("../../docs/screenshots/", import.meta.url);

/** Whose composites the visitor of the result screen lies halfway between. */
const PARENTS = ["natalie-portman", "emma-watson"] as const;

const SIZES = [
  { name: "phone", width: 360, height: 740 },
  { name: "desktop", width: 1280, height: 800 },
];

for (const { name, ...viewport } of SIZES)
  for (const colorScheme of ["light", "dark"] as const)
    test.describe(`${name}-${colorScheme}`, () => {
      test.use({ viewport, colorScheme, deviceScaleFactor: 2, serviceWorkers: "allow" });

      test("takes every screen", async ({ page }) => {
        const save = (screen: string) => saveScreenshot(page, `${screen}-${name}-${colorScheme}`);
        await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
        await openHome(page);
        await engineReady(page, "wasm");
        await expect(page.getByTestId("offline-ready")).toBeVisible();
        await save("home");

        await choosePhoto(page, await facelessPhoto("clouds"));
        await expectProblem(page, "noFace");
        await save("problem");

        await choosePhoto(page, await groupPhoto(OTHER_VISITORS));
        await expect(page.getByTestId("face-choice").first()).toBeVisible();
        await save("several-faces");

        await choosePhoto(page, await blendedVisitor(...PARENTS));
        await expect(matches(page)).toHaveCount(5);
        await save("result");
      });
    });

async function saveScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = await page.screenshot({ fullPage: true });
  // As PNG the set would weigh 7.6 MB.
  await sharp(picture)
    .webp({ quality: 85 })
    .toFile(fileURLToPath(new URL(`${name}.webp`, FOLDER)));
}
