import { test } from "@playwright/test";

import { expectProblem, openHome } from "./support/page.ts";

test.use({ permissions: ["camera"] });

test("asks for another photo when nobody is in front of the camera", async ({ page }) => {
  await openHome(page);
  await page.getByRole("button", { name: "Take a photo", exact: true }).click();
  await page.getByRole("button", { name: "Take the photo" }).click();

  await expectProblem(page, "noFace");
});
