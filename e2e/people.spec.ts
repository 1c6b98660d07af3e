import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

import { openHome } from "./support/page.ts";

test("finds a person in either alphabet, and comes back to the search", async ({ page }) => {
  await openPage(page, "#/people", "The famous faces");
  await expect(page.getByRole("status").filter({ hasText: /^\d+ people$/ })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search a name" }).fill("найтли");
  await expect(people(page)).toHaveText(["Keira Knightley"]);
  await page.getByRole("link", { name: "Keira Knightley" }).click();
  await expect(page).toHaveURL(/#\/people\/keira-knightley$/);
  await expect(page.getByRole("heading", { level: 1, name: "Keira Knightley" })).toBeFocused();
  await expect(page.getByText("Кира Найтли")).toBeVisible();
  await expect(page.getByText(/learnt from \d+ photos/)).toBeVisible();

  await page.goBack();
  await expect(people(page)).toHaveText(["Keira Knightley"]);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(people(page).nth(20)).toBeVisible();

  const last = page.getByRole("link", { name: "Yevgeny Morgunov" });
  await last.click();
  await page.getByRole("link", { name: "All the famous faces" }).click();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
});

test("asks for nothing when a person is looked at, and narrows to a group by keyboard", async ({
  page,
}) => {
  await openPage(page, "#/people", "The famous faces");
  await expect(people(page).first()).toBeVisible();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.getByRole("link", { name: "Keanu Reeves" }).click();
  await expect(page.getByRole("img", { name: "Composite portrait of Keanu Reeves" })).toBeVisible();
  expect(requests.filter((url) => /portraits|keanu|gallery/.test(url))).toEqual([]);

  await page.goBack();
  const everyone = page.getByRole("radio", { name: "Everyone" });
  await expect(everyone).toBeChecked();
  await expect(people(page).first()).toBeVisible();
  const all = await people(page).count();
  await everyone.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Women" })).toBeChecked();
  await expect.poll(() => people(page).count()).toBeLessThan(all);
});

test("opens one person's page from a link, and leads on to who is alike", async ({ page }) => {
  await openPage(page, "#/people/penelope-cruz", "Penélope Cruz");
  const alike = page.locator("section").filter({ hasText: "Most alike among the others" });
  await expect(alike.getByRole("link")).toHaveCount(4);
  const name = await alike.getByRole("link").first().innerText();
  await alike.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

/** The links to people in the list. */
function people(page: Page): Locator {
  return page.locator('a[href^="#/people/"]');
}

async function openPage(page: Page, hash: string, heading: string): Promise<void> {
  await openHome(page);
  await page.goto(`./?backend=wasm${hash}`);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}
