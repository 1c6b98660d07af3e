import { test } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { brokenFiles } from "./support/brokenFiles.ts";
import { FACELESS, facelessPhoto } from "./support/faceless.ts";
import {
  backToStart,
  choosePhoto,
  expectFirstMatch,
  expectProblem,
  openHome,
  SLOW_MS,
} from "./support/page.ts";
import { portrait, snapshot } from "./support/photos.ts";

/** What each broken file may be called; some decoders see more of a cut file than others. */
const KINDS: Readonly<Record<string, RegExp>> = {
  "not an image": /^problem notAnImage$/,
  "an empty file": /^problem notAnImage$/,
  "a truncated JPEG": /^problem (notAnImage|damagedImage)$/,
  "a JPEG cut in the middle of its pixels": /^problem (damagedImage|noFace)$/,
  "an image of one pixel": /^problem noFace$/,
  "an SVG": /^problem (notAnImage|unsupportedImage)$/,
  "a text named .jpg": /^problem notAnImage$/,
};

test("refuses broken files, and takes the next photo", async ({ page }) => {
  const whole = await (await snapshot(VISITOR, 640, 480)).jpeg().toBuffer();
  const files = await brokenFiles(whole);
  await openHome(page);
  for (const [name, kind] of Object.entries(KINDS))
    await test.step(name, async () => {
      await choosePhoto(page, files[name]!);
      await expectProblem(page, kind);
      await choosePhoto(page, portrait(VISITOR));
      await expectFirstMatch(page, VISITOR);
      await backToStart(page);
    });
});

test("sees nobody where nobody is", async ({ page }) => {
  test.setTimeout(SLOW_MS);
  await openHome(page);
  for (const name of FACELESS)
    await test.step(name, async () => {
      await choosePhoto(page, await facelessPhoto(name));
      await expectProblem(page, "noFace");
      await backToStart(page);
    });
});
