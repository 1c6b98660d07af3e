import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import type { Language } from "../../src/i18n/language.ts";
import { expectNoViolation } from "./axe.ts";
import { expectAllRussian } from "./untranslated.ts";

/**
 * What holds for every screen: WCAG, nothing wider than the window, and in Russian no word that is not.
 *
 * @param screen for the message
 */
export async function expectSound(page: Page, screen: string, language: Language): Promise<void> {
  await expectNoViolation(page, screen);
  await expectNoOverflow(page, screen);
  if (language === "ru") await expectAllRussian(page, screen);
}

/** The page cannot be scrolled sideways. */
export async function expectNoOverflow(page: Page, screen: string): Promise<void> {
  const overflowPx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overflowPx, screen).toBe(0);
}
