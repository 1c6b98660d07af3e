import { expect, test } from "@playwright/test";

import { holdRequests, pageAlive } from "./support/page.ts";

/** The page's own code. */
const CODE = /\/assets\/page-.*\.js$/;

test("is there before its code, in the person's language, and remembers a click", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  const letCodeCome = await holdRequests(page, CODE);
  await page.goto(".", { waitUntil: "commit" });
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Which star are you like?");
  await expect(page.locator('input[type="file"]')).toHaveCount(1);
  const drawn = await heading.evaluateHandle((element) => element);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect(heading).toHaveText("Which star are you like?");

  letCodeCome();
  await expect(heading).toHaveText("На какую звезду вы похожи?");
  await pageAlive(page);
  // Made alive and not made anew: what was focused or typed stays.
  expect(await drawn.evaluate((element) => element.isConnected)).toBe(true);

  // The language is remembered: the next visit is drawn in it.
  const again = await holdRequests(page, CODE);
  await page.reload({ waitUntil: "commit" });
  await expect(heading).toHaveText("На какую звезду вы похожи?");
  again();
  await pageAlive(page);
  expect(errors).toEqual([]);
});

test("is not drawn where an address leads to another page", async ({ page }) => {
  const letCodeCome = await holdRequests(page, CODE);
  await page.goto("./#/how", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("template")).toHaveCount(2);
  await expect(page.locator("#root")).toBeEmpty();
  letCodeCome();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How it works");
});
