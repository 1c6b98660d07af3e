import { expect, test } from "@playwright/test";

import { expectNothingFilms, openCamera, watchCameras } from "./support/camera.ts";
import { VISITOR } from "./support/gallery.ts";
import {
  backToStart,
  choosePhoto,
  expectFirstMatch,
  expectProblem,
  holdRequests,
  openHome,
} from "./support/page.ts";
import { portrait } from "./support/photos.ts";

/** Where the weights are: the engine is not ready without. */
const MODELS = "**/models/*.bin";

test.describe("with permission", () => {
  test.use({ permissions: ["camera"] });

  test.beforeEach(({ page }) => watchCameras(page));

  test("shoots by itself and names the person in front of the camera", async ({ page }) => {
    await openHome(page);
    await openCamera(page);
    await expect(page.getByRole("status")).toHaveText("Just right, hold still");

    await expectFirstMatch(page, VISITOR);
    await expectNothingFilms(page);
  });

  test("shoots at the press of the shutter, though the engine is not there yet", async ({
    page,
  }) => {
    const letModelsCome = await holdRequests(page, MODELS);
    await openHome(page);
    await openCamera(page);
    await page.getByRole("button", { name: "Take the photo" }).click();
    await expect(page.getByRole("heading", { name: "Take a photo" })).toBeHidden();
    await expectNothingFilms(page);
    letModelsCome();

    await expectFirstMatch(page, VISITOR);
  });

  test("counts down and shoots when nobody can press the shutter", async ({ page }) => {
    await holdRequests(page, MODELS);
    await openHome(page);
    await openCamera(page);
    await page.getByRole("button", { name: "Photo in 3 seconds" }).click();
    for (const second of ["3", "2", "1"])
      await expect(page.getByRole("status")).toHaveText(second, { timeout: 3000 });

    await expect(page.getByRole("heading", { name: "Take a photo" })).toBeHidden();
  });

  test("stops filming when it is closed, and when the page is hidden", async ({ page }) => {
    await holdRequests(page, MODELS);
    await openHome(page);
    await openCamera(page);
    await page.getByRole("button", { name: "Close the camera" }).click();
    await expectNothingFilms(page);

    await openCamera(page);
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expectNothingFilms(page);
  });
});

test("says what to do when the camera is refused", async ({ page }) => {
  await openHome(page);
  await page.getByRole("button", { name: "Take a photo", exact: true }).click();
  await expectProblem(page, "cameraDenied");

  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
});

/** Names of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia. */
const REFUSALS = [
  { name: "NotAllowedError", kind: "cameraDenied" },
  { name: "NotFoundError", kind: "cameraMissing" },
  { name: "NotReadableError", kind: "cameraBusy" },
];

test("calls each refusal of the camera by its name", async ({ page }) => {
  await openHome(page);
  for (const { name, kind } of REFUSALS)
    await test.step(name, async () => {
      await page.evaluate((exception) => {
        navigator.mediaDevices.getUserMedia = () =>
          Promise.reject(new DOMException("refused by the test", exception));
      }, name);
      await page.getByRole("button", { name: "Take a photo", exact: true }).click();

      await expectProblem(page, kind);
      await expect(page.getByTestId("problem")).toContainText(/\w/);
      await backToStart(page);
    });
});
