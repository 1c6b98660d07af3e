import { test } from "@playwright/test";

import { expectNoViolation } from "./support/axe.ts";
import { expectAllRussian } from "./support/untranslated.ts";
import { walkScreens } from "./support/walk.ts";

for (const language of ["en", "ru"] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`every screen keeps to WCAG, all in its language: ${language}, ${colorScheme}`, async ({
      page,
    }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await walkScreens(page, language, async (screen) => {
        await expectNoViolation(page, screen);
        if (language === "ru") await expectAllRussian(page, screen);
      });
    });
