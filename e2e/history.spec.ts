import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { nameOf, OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import {
  historyRows,
  openPage,
  rowOfVersion1,
  storedRows,
  writeVersion1,
} from "./support/history.ts";
import { choosePhoto, expectFirstMatch, openHome } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

const [OTHER] = OTHER_VISITORS;

test("keeps nothing until it is switched on, then who and when, never the face", async ({
  page,
}) => {
  await openHome(page);
  await matchPhoto(page, VISITOR);
  await openPage(page, "history");
  await expect(page.getByRole("heading", { name: "Nothing is kept" })).toBeVisible();

  await page.getByRole("switch", { name: "Keep my results" }).press("Space");
  await openPage(page, "");
  await matchPhoto(page, VISITOR);
  await openPage(page, "history");
  await expect(historyRows(page)).toHaveCount(1);
  await expect(historyRows(page)).toContainText(nameOf(VISITOR));
  const [row] = await storedRows(page);
  expect(Object.keys(row!).sort()).toEqual([
    "comparedCount",
    "filter",
    "galleryId",
    "id",
    "matches",
    "resemblesSomebody",
    "savedAt",
  ]);
});

test("keeps the face too where that is wanted, small, and shows it again", async ({ page }) => {
  await openHome(page);
  await openPage(page, "settings");
  await page.getByRole("switch", { name: "Keep my results" }).press("Space");
  await page.getByRole("switch", { name: "With my face" }).press("Space");
  await openPage(page, "");
  await matchPhoto(page, VISITOR);
  await page.reload();
  await openPage(page, "history");
  await historyRows(page).getByRole("button").click();
  await expect(page.getByRole("img", { name: "Your face" })).toBeVisible();

  const [row] = await storedRows(page);
  const { blob, landmarks } = row!["picture"] as {
    blob: { type: string; size: number };
    landmarks: unknown[];
  };
  expect(blob.type).toBe("image/webp");
  expect(blob.size).toBeLessThan(60_000);
  expect(landmarks).toHaveLength(68);
});

test("reads what version 1 wrote but for a damaged row, and deletes and brings back", async ({
  page,
}) => {
  await withVersion1(page);
  await expect(historyRows(page)).toHaveCount(2);
  await expect(historyRows(page).first()).toContainText("Ada Lovelace");
  await expect(page.getByText("1 result could not be read and is left out.")).toBeVisible();

  const search = page.getByRole("searchbox", { name: "Search by name" });
  await search.fill("хоппер");
  await expect(historyRows(page)).toHaveText([/Grace Hopper/]);
  await search.fill("");

  await page.getByRole("button", { name: /^Delete: Ada Lovelace/ }).click();
  await expect(historyRows(page)).toHaveText([/Grace Hopper/]);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(historyRows(page)).toHaveText([/Ada Lovelace/, /Grace Hopper/]);

  await page.getByRole("button", { name: "Delete the history" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is kept" })).toBeVisible();
  expect(await storedRows(page)).toEqual([]);
});

test("answers as before where the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("starlike.settings", JSON.stringify({ keepHistory: true }));
    IDBFactory.prototype.open = () => {
      throw new DOMException("Private window", "SecurityError");
    };
  });
  await openHome(page);
  await matchPhoto(page, VISITOR);
  await openPage(page, "history");
  await expect(page.getByTestId("problem")).toHaveAttribute("data-kind", "storageBlocked");
});

test("answers as before where there is no room, and says so in the history", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("starlike.settings", JSON.stringify({ keepHistory: true }));
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
  });
  await openHome(page);
  await matchPhoto(page, OTHER);
  await openPage(page, "history");
  await expect(page.getByTestId("problem")).toHaveAttribute("data-kind", "storageFull");
});

async function matchPhoto(page: Page, id: string): Promise<void> {
  await choosePhoto(page, portrait(id));
  await expectFirstMatch(page, id);
}

/** Two results of version 1 and a damaged row, on the history page. */
async function withVersion1(page: Page): Promise<void> {
  // A page of the same origin that does not open the database itself.
  await page.goto("./robots.txt");
  await writeVersion1(page, [
    rowOfVersion1(1, "Grace Hopper", "Грейс Хоппер"),
    rowOfVersion1(2, "Ada Lovelace", "Ада Лавлейс"),
    { id: 3, savedAt: "yesterday" },
  ]);
  await page.goto("./?backend=wasm#/history");
}
