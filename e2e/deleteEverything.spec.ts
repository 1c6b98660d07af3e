import { expect, test } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { browserData, openPage } from "./support/history.ts";
import { choosePhoto, expectFirstMatch, openHome, SLOW_MS } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

test.use({ serviceWorkers: "allow" });

/** The service worker stays: without it a photo shared with the installed app would be posted to the server. */
const NOTHING = { caches: 0, databases: [], serviceWorkers: 1, local: [], session: [] };

test("empties every store, shows that it is empty, and works on", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await openHome(page);
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
  await openPage(page, "settings");
  await page.getByRole("switch", { name: "Keep my results" }).press("Space");
  await openPage(page, "");
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await openPage(page, "settings");
  const row = (name: string) => page.getByRole("row", { name });
  await expect(row("Results in the history").getByRole("cell")).toHaveText(["1"]);
  await expect(row("The app itself").getByRole("cell")).toHaveText([/^[1-9]\.\d MB$/]);
  await expect(row("Face reader and famous faces").getByRole("cell")).toHaveText([/^1\d\.\d MB$/]);

  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("button", { name: "Delete it all" }).click();
  await expect(page.getByRole("heading", { name: "Everything is deleted." })).toBeVisible();
  for (const name of ["Results in the history", "Remembered settings"])
    await expect(row(name).getByRole("cell").last()).toHaveText("0");
  for (const name of ["The app itself", "Face reader and famous faces"])
    await expect(row(name).getByRole("cell").last()).toHaveText("0.0 MB");
  expect(await browserData(page)).toEqual(NOTHING);

  // The page is still in the hands of the old service worker: it must not fetch the files back.
  await page.evaluate(() => fetch("./gallery/gallery.json"));
  await openPage(page, "");
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  expect(await browserData(page)).toEqual(NOTHING);

  await page.reload();
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
});
