import { expect, test } from "@playwright/test";
import type { Page, Route } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import {
  choosePhoto,
  expectFirstMatch,
  expectProblem,
  openHome,
  saveData,
} from "./support/page.ts";
import { portrait } from "./support/photos.ts";

const WEIGHTS = /\/models\/.*\.bin$/;

/** An address that is broken, and how. */
interface Fault {
  readonly address: RegExp;
  readonly breakIt: (route: Route) => Promise<void>;
}

test("says when the weights cannot be had or are others than it knows, and tries again", async ({
  page,
}) => {
  const missing = (route: Route) => route.fulfill({ status: 500 });
  const spoil = async (route: Route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1]! ^= 1;
    await route.fulfill({ response, body });
  };
  const faults = [missing, spoil].map((breakIt) => ({ address: WEIGHTS, breakIt }));
  await expectRecovery(page, faults, "modelsUnavailable");
});

test("says when the gallery cannot be had or read, and tries again", async ({ page }) => {
  const missing = (route: Route) => route.fulfill({ status: 404, body: "Not found" });
  const html = (route: Route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Hotel Wi-Fi</title>" });
  await expectRecovery(
    page,
    [
      { address: /\/gallery\/gallery\.json$/, breakIt: missing },
      { address: /\/gallery\/classifier\.json$/, breakIt: html },
    ],
    "galleryUnavailable",
  );
});

test("does not wait for a worker that never loaded", async ({ page }) => {
  const fault = { address: /faceWorker/, breakIt: (route: Route) => route.abort() };
  await expectRecovery(page, [fault], "engineFailed");
});

/** Breaks one address after the other, sees each named, mends all, sees "Try again" work. */
async function expectRecovery(page: Page, faults: readonly Fault[], kind: string): Promise<void> {
  const tryAgain = page.getByRole("button", { name: "Try again" });
  // Else the app gets ready by itself too: between two faults it would find nothing broken.
  await saveData(page);
  for (const [i, fault] of faults.entries()) {
    const { letGo, mend } = await breakAddress(page, fault);
    if (i === 0) await openHome(page);
    await (i === 0 ? choosePhoto(page, portrait(VISITOR)) : tryAgain.click());
    await expect(page.getByTestId("problem")).toHaveCount(0);
    letGo();
    await expectProblem(page, kind);
    await mend();
  }
  await tryAgain.click();
  await expectFirstMatch(page, VISITOR);
}

/** Holds requests back until `letGo`, then breaks them until `mend`. */
async function breakAddress(page: Page, { address, breakIt }: Fault) {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const handler = async (route: Route) => {
    await held;
    await breakIt(route);
  };
  await page.route(address, handler);
  return { letGo, mend: () => page.unroute(address, handler) };
}
