import { test } from "@playwright/test";
import type { Page, Route } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, expectFirstMatch, expectProblem, openHome } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

const WEIGHTS = /\/models\/.*\.bin$/;

test("says when the weights cannot be had, and tries again", async ({ page }) => {
  await expectRecovery(
    page,
    WEIGHTS,
    (route) => route.fulfill({ status: 500 }),
    "modelsUnavailable",
  );
});

test("refuses weights that are not the ones it knows", async ({ page }) => {
  const spoil = async (route: Route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1]! ^= 1;
    await route.fulfill({ response, body });
  };
  await expectRecovery(page, WEIGHTS, spoil, "modelsUnavailable");
});

test("says when the gallery cannot be had, and tries again", async ({ page }) => {
  const missing = (route: Route) => route.fulfill({ status: 404, body: "Not found" });
  await expectRecovery(page, /\/gallery\/gallery\.json$/, missing, "galleryUnavailable");
});

test("refuses a gallery that it cannot read", async ({ page }) => {
  const html = (route: Route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Hotel Wi-Fi</title>" });
  await expectRecovery(page, /\/gallery\/classifier\.json$/, html, "galleryUnavailable");
});

test("does not wait for a worker that never loaded", async ({ page }) => {
  await expectRecovery(page, /faceWorker/, (route) => route.abort(), "engineFailed");
});

/** Breaks one address, sees the problem named, mends the address, sees "Try again" work. */
async function expectRecovery(
  page: Page,
  address: RegExp,
  breakIt: (route: Route) => Promise<void>,
  kind: string,
): Promise<void> {
  await page.route(address, breakIt);
  await openHome(page);
  await choosePhoto(page, portrait(VISITOR));
  await expectProblem(page, kind);

  await page.unroute(address);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectFirstMatch(page, VISITOR);
}
