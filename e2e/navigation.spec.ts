import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { expectNoViolation } from "./support/axe.ts";
import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, expectFirstMatch, expectProblem, openHome } from "./support/page.ts";
import { facelessPhoto } from "./support/faceless.ts";
import { portrait } from "./support/photos.ts";

const PHONE = { width: 360, height: 740 };

test("leads to every page from a row, and marks where one is", async ({ page }) => {
  await openHome(page);
  const pages = page.getByRole("navigation", { name: "Pages" });
  for (const name of ["People", "How it works", "History", "Settings"]) {
    await pages.getByRole("link", { name }).click();
    await expect(pages.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await pages.getByRole("link", { name: "How it works" }).click();
  await page.getByRole("link", { name: "What it is made of" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "libheif-js" }).first()).toBeVisible();
  await expectNoViolation(page, "licences");
  await page.getByRole("link", { name: "Privacy" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your photo stays with you");
  await expect(pages.locator("[aria-current]")).toHaveCount(0);
  await page.getByRole("button", { name: "Starlike, to the start" }).click();
  await expect(page.getByRole("button", { name: "Take a photo", exact: true })).toBeVisible();
});

test("opens and closes the menu of a phone by keyboard", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openHome(page);
  const menu = page.getByRole("button", { name: "Menu" });
  const people = page.getByRole("link", { name: "People", exact: true });
  await expect(people).toBeHidden();

  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(people).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(people).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(people).toBeHidden();
  await expect(menu).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(people).toBeHidden();
});

test("keeps the answer while another page is looked at", async ({ page }) => {
  await openHome(page);
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await page.getByRole("link", { name: "How it works" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How it works" })).toBeVisible();
  await page.goBack();
  await expectFirstMatch(page, VISITOR);
});

test("goes back from a problem to the start", async ({ page }) => {
  await openHome(page);
  await choosePhoto(page, await facelessPhoto("plain grey"));
  await expectProblem(page, "noFace");
  await page.goBack();
  await expect(page.getByRole("button", { name: "Take a photo", exact: true })).toBeVisible();
  await expect(page.getByTestId("problem")).toHaveCount(0);
});

test("has its main action in sight on a phone, on its side and on a desk, in both languages", async ({
  page,
}) => {
  for (const size of [PHONE, { width: 740, height: 360 }, { width: 1920, height: 1080 }])
    await test.step(`${size.width} × ${size.height}`, async () => {
      await page.setViewportSize(size);
      await openHome(page);
      await expectInSight(page, "Take a photo");
      await page.getByRole("button", { name: "Русский" }).click();
      await expectInSight(page, "Сделать фото");
      await page.getByRole("button", { name: "English" }).click();
    });
});

async function expectInSight(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('input[type="file"]')).toHaveCount(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}
