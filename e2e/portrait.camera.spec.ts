import { expect, test } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, expectFirstMatch, expectProblem, openHome } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

test.describe("with permission", () => {
  test.use({ permissions: ["camera"] });

  test("names the person in front of the camera", async ({ page }) => {
    await openHome(page);
    await page.getByRole("button", { name: "Take a photo", exact: true }).click();
    await page.getByRole("button", { name: "Take the photo" }).click();

    await expectFirstMatch(page, VISITOR);
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

for (const { name, kind } of REFUSALS)
  test(`calls ${name} ${kind}`, async ({ page }) => {
    await page.addInitScript((exception) => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("refused by the test", exception));
    }, name);
    await openHome(page);
    await page.getByRole("button", { name: "Take a photo", exact: true }).click();

    await expectProblem(page, kind);
    await expect(page.getByTestId("problem")).toContainText(/\w/);
  });
