import { test } from "@playwright/test";

import { expectNoOverflow, expectSound } from "./support/sound.ts";
import { walkScreens } from "./support/walk.ts";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

// Two walks of the eight that `npm run screenshots` takes, which checks each alike: either language, either
// colours and either size once. What depends on two of them, how wide words are, is looked at in both sizes.
for (const { language, colorScheme, viewport, other } of [
  { language: "en", colorScheme: "light", viewport: PHONE, other: DESK },
  { language: "ru", colorScheme: "dark", viewport: DESK, other: PHONE },
] as const)
  test(`every screen keeps to WCAG and to its width and language: ${language}, ${colorScheme}, ${viewport.width} px`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await walkScreens(page, language, async (screen) => {
      await expectSound(page, screen, language);
      await page.setViewportSize(other);
      await expectNoOverflow(page, `${screen}, ${other.width} px`);
      await page.setViewportSize(viewport);
    });
  });
