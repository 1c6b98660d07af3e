import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import { choosePhoto, expectFirstMatch, expectProblem, openHome } from "./support/page.ts";
import { groupPhoto, portrait } from "./support/photos.ts";
import { facelessPhoto } from "./support/faceless.ts";

for (const colorScheme of ["light", "dark"] as const)
  test(`has no WCAG violation in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openHome(page);
    await expectNoViolation(page, "home");

    await choosePhoto(page, await facelessPhoto("plain grey"));
    await expectProblem(page, "noFace");
    await expectNoViolation(page, "problem");

    await choosePhoto(page, await groupPhoto(OTHER_VISITORS));
    await expect(page.getByTestId("face-choice").first()).toBeVisible();
    await expectNoViolation(page, "several faces");

    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
    await expectNoViolation(page, "result");
  });

async function expectNoViolation(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(found, screen).toEqual([]);
}
