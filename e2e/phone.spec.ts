// The main path as far as Chromium can play a phone: its screen, its touch, and a
// slow processor and a slow line for the page itself. Workers compute and load at full speed.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { expectFirstMatch, openHome, SLOW_MS } from "./support/page.ts";
import { largeJpeg, type PhotoFile } from "./support/photos.ts";

test.use({
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
});

/** Source: "Fast 4G" of Chromium's developer tools. */
const LINE = {
  offline: false,
  latency: 165,
  downloadThroughput: (9e6 / 8) * 0.9,
  uploadThroughput: (1.5e6 / 8) * 0.9,
};

test("names the person of a 12-megapixel photo at a touch, on a slow phone", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.emulateNetworkConditions", LINE);
  await openHome(page);
  await touchAndChoose(page, await largeJpeg(VISITOR));
  await expectFirstMatch(page, VISITOR, SLOW_MS);
  expect(await widthPx(page)).toBe(360);
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("link", { name: "People", exact: true }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

async function touchAndChoose(page: Page, photo: PhotoFile): Promise<void> {
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a photo" }).tap();
  await (await opened).setFiles(photo);
}

/** With everything that can be scrolled to sideways. */
function widthPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
