import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { expectNoViolation } from "./support/axe.ts";
import { expectAllRussian } from "./support/untranslated.ts";
import { walkScreens } from "./support/walk.ts";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

// Words do not change contrasts, nor colours the words: two walks see every screen in either language and
// in either colours. All eight combinations are walked, and checked alike, by `npm run screenshots`.
for (const { language, colorScheme, viewport } of [
  { language: "en", colorScheme: "light", viewport: DESK },
  { language: "ru", colorScheme: "dark", viewport: PHONE },
] as const)
  test(`every screen keeps to WCAG and to its width and language: ${language}, ${colorScheme}, ${viewport.width} px`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await walkScreens(page, language, async (screen) => {
      await expectNoViolation(page, screen);
      expect(await overflowPx(page), screen).toBe(0);
      if (language === "ru") await expectAllRussian(page, screen);
    });
  });

/** How far the page can be scrolled sideways. */
async function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
