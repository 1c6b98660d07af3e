import { test } from "@playwright/test";

import { expectNoViolation } from "./support/axe.ts";
import { walkScreens } from "./support/walk.ts";

for (const language of ["en", "ru"] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`has no WCAG violation in ${colorScheme} colours, ${language}`, async ({ page }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await walkScreens(page, language, (screen) => expectNoViolation(page, screen));
    });
