import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { engineReady, openHome } from "./support/page.ts";

test("fits a phone, and is closed from wherever one has read to", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openHome(page);
  await page.getByRole("button", { name: "Sources and licences" }).click();
  const dialog = page.getByRole("dialog");
  // What comes later would push the rest out of sight again.
  await expect(dialog).toContainText("Labeled Faces in the Wild");
  const networks = dialog.getByRole("heading", { name: "The networks" });
  await networks.scrollIntoViewIfNeeded();
  await expect(networks).toBeInViewport();
  const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);

  const close = dialog.getByRole("button", { name: "Close" });
  await expect(close).toBeInViewport({ ratio: 1 });
  await close.click();
  await expect(dialog).toBeHidden();
});

test("tells whose photos the gallery was learnt from, by keyboard too", async ({ page }) => {
  await openHome(page);
  await engineReady(page, "wasm");
  const open = page.getByRole("button", { name: "Sources and licences" });
  const dialog = page.getByRole("dialog", { name: "What the answers rest on" });

  await open.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("link", { name: /Labeled Faces in the Wild/ })).toBeVisible();
  await expect(dialog).toContainText("Licence: none stated");

  // From the top, and nothing behind it can be reached.
  await expect(dialog.getByRole("heading", { name: "What the answers rest on" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();

  await page.getByRole("button", { name: "Русский" }).click();
  await page.getByRole("button", { name: "Источники и лицензии" }).click();
  await expect(page.getByRole("dialog", { name: "На чём основаны ответы" })).toContainText(
    "ни одной фотографии",
  );
});

test("has no WCAG violation in light colours, nor in dark ones", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openHome(page);
  await page.getByRole("button", { name: "Sources and licences" }).click();
  await expect(page.getByRole("dialog")).toContainText("Labeled Faces in the Wild");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(found, colorScheme).toEqual([]);
  }
});
