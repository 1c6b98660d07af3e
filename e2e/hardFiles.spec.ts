// Odd files that are not ours to ship: measured where they lie beside the project.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import {
  backToStart,
  choosePhoto,
  expectFirstMatch,
  expectProblem,
  openHome,
} from "./support/page.ts";
import { portrait } from "./support/photos.ts";

const FOLDER = fileURLToPath(new URL("../../shared/hard", import.meta.url));
const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];

if (files.length === 0) test.skip(`odd files: there is no ${FOLDER}`, () => undefined);

for (const [i, batch] of batchesOf(files, 5).entries())
  test(`gives no match for odd files, and takes the next photo: batch ${i + 1}`, async ({
    page,
  }) => {
    await openHome(page);
    for (const file of batch)
      await test.step(file, async () => {
        await page.locator('input[type="file"]').setInputFiles(join(FOLDER, file));
        await expectProblem(page, /^problem /);
        const kind = await page.getByTestId("problem").getAttribute("data-kind");
        expect(["unexpected", "engineFailed"]).not.toContain(kind);
        await choosePhoto(page, portrait(VISITOR));
        await expectFirstMatch(page, VISITOR);
        await backToStart(page);
      });
  });

function batchesOf(all: readonly string[], size: number): readonly (readonly string[])[] {
  return all.flatMap((_, i) => (i % size === 0 ? [all.slice(i, i + size)] : []));
}
