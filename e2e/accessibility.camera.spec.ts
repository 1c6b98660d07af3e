import { expect, test } from "@playwright/test";

import { expectNoViolation } from "./support/axe.ts";
import { openCamera } from "./support/camera.ts";
import { openHome } from "./support/page.ts";

test.use({ permissions: ["camera"] });

test("every control is reached by the keyboard, and no WCAG violation in either colours", async ({
  page,
}) => {
  await page.route("**/models/*.bin", () => undefined); // no automatic shot while axe looks
  await page.emulateMedia({ reducedMotion: "reduce" });
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

  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolation(page, `camera, ${colorScheme}`);
  }
});
