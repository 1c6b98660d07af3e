import { expect, test } from "@playwright/test";

import { expectNoViolation } from "./support/axe.ts";
import { openCamera } from "./support/camera.ts";
import { openHome } from "./support/page.ts";

test.use({ permissions: ["camera"] });

for (const colorScheme of ["light", "dark"] as const)
  test(`the camera has no WCAG violation in ${colorScheme} colours`, async ({ page }) => {
    await page.route("**/models/*.bin", () => undefined); // no automatic shot while axe looks
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openHome(page);
    await openCamera(page);
    await expectNoViolation(page, "camera");
  });

test("every control is reached by the keyboard, in the order of the screen", async ({ page }) => {
  await page.route("**/models/*.bin", () => undefined);
  await openHome(page);
  await openCamera(page);
  const names: string[] = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("Tab");
    names.push(
      await page.evaluate(() => {
        const focused = document.activeElement;
        return focused?.getAttribute("aria-label") ?? focused?.closest("label")?.textContent ?? "";
      }),
    );
  }
  expect(names).toEqual([
    "Automatic shot",
    "Close the camera",
    "Photo in 3 seconds",
    "Take the photo",
  ]);
});
