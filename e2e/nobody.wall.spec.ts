import { expect, test } from "@playwright/test";

import { openCamera } from "./support/camera.ts";
import { expectProblem, openHome } from "./support/page.ts";

test.use({ permissions: ["camera"] });

test("asks for another photo when nobody is in front of the camera", async ({ page }) => {
  await openHome(page);
  await openCamera(page);
  await expect(page.getByRole("status")).toHaveText("Show your face");
  await page.getByRole("button", { name: "Take the photo" }).click();

  await expectProblem(page, "noFace");
});
