// What the system does to a page in the middle of a photo: it sleeps, or runs out of memory.
import { setTimeout } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import {
  backToStart,
  choosePhoto,
  engineReady,
  expectFirstMatch,
  matches,
  openHome,
} from "./support/page.ts";
import { groupPhoto, portrait } from "./support/photos.ts";
import { createProfile } from "./support/profile.ts";

const ASLEEP_MS = 3000;

test("answers after everything stood still, as on a phone that sleeps", async ({
  page,
  browser,
}) => {
  test.skip(process.platform === "win32", "has no signal that stops a process");
  await openHome(page);
  await engineReady(page, "wasm");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const drawing = processInfo.filter(({ type }) => type === "renderer" || type === "GPU");
  const watch = await watchClock(page);
  await choosePhoto(page, portrait(VISITOR));
  for (const { id } of drawing) process.kill(id, "SIGSTOP");
  await setTimeout(ASLEEP_MS);
  for (const { id } of drawing) process.kill(id, "SIGCONT");
  await expectFirstMatch(page, VISITOR);
  // Or it did not sleep, or had answered before.
  const { longestGap, answeredAt } = await watch.jsonValue();
  expect(longestGap.ms).toBeGreaterThan(0.9 * ASLEEP_MS);
  expect(answeredAt).toBeGreaterThan(longestGap.endedAt);
});

test("answers under pressure to free memory, and the next photo too", async ({ baseURL }) => {
  // In a browser of its own: it stays under pressure, and its HTTP cache small, for the tests that follow.
  const profile = await createProfile();
  const context = await profile.open();
  try {
    const page = await context.newPage();
    await page.goto(`${baseURL}?backend=wasm`);
    await engineReady(page, "wasm");
    const session = await context.newCDPSession(page);
    const watch = await watchClock(page);
    await choosePhoto(page, await groupPhoto([VISITOR, ...OTHER_VISITORS]));
    for (let i = 0; i < 3; i++)
      await session.send("Memory.simulatePressureNotification", { level: "critical" });
    const pressedAt = await page.evaluate(() => performance.now());
    await expect(page.getByTestId("face-choice").first()).toBeVisible();
    expect((await watch.jsonValue()).answeredAt).toBeGreaterThan(pressedAt);
    await backToStart(page);
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
    await expect(matches(page)).toHaveCount(5);
  } finally {
    await context.close();
    await profile.remove();
  }
});

/** By the page's own clock: when its thread stood still for longest, and when the photo was answered. */
function watchClock(page: Page) {
  return page.evaluateHandle(() => {
    const seen = { longestGap: { ms: 0, endedAt: 0 }, answeredAt: Infinity };
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      if (now - last > seen.longestGap.ms) seen.longestGap = { ms: now - last, endedAt: now };
      last = now;
    }, 20);
    new MutationObserver(() => {
      if (document.querySelector('[data-testid="match"], [data-testid="face-choice"]'))
        seen.answeredAt = Math.min(seen.answeredAt, performance.now());
    }).observe(document, { subtree: true, childList: true });
    return seen;
  });
}
