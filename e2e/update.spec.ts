import { expect, test } from "@playwright/test";

import { openHome, SLOW_MS } from "./support/page.ts";

test.use({ serviceWorkers: "allow" });

test("offers a new version and leaves the moment to the person", async ({ page, context }) => {
  await openHome(page);
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
  await page.evaluate(() => {
    document.title = "not reloaded";
  });

  await context.route(/\/sw\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n// newer` });
  });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const use = page.getByRole("button", { name: "Use it" });
  await expect(use).toBeVisible();
  await expect(page).toHaveTitle("not reloaded");

  await use.click();
  await expect(page).toHaveTitle(/Starlike/);
});
