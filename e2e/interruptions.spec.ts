// What the system does to a page in the middle of a photo: it sleeps, or runs out of memory.
import { setTimeout } from "node:timers/promises";
import { expect, test } from "@playwright/test";

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

const ASLEEP_MS = 3000;

test.beforeEach(async ({ page }) => {
  await openHome(page);
  await engineReady(page, "wasm");
});

test("answers after everything stood still, as on a phone that sleeps", async ({
  page,
  browser,
}) => {
  test.skip(process.platform === "win32", "has no signal that stops a process");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const drawing = processInfo.filter(({ type }) => type === "renderer" || type === "GPU");
  const signal = (name: NodeJS.Signals) => {
    for (const { id } of drawing) process.kill(id, name);
  };
  const ticks = await page.evaluateHandle(() => {
    const counter = { most: 0, last: performance.now() };
    setInterval(() => {
      const now = performance.now();
      counter.most = Math.max(counter.most, now - counter.last);
      counter.last = now;
    }, 50);
    return counter;
  });
  await choosePhoto(page, portrait(VISITOR));
  signal("SIGSTOP");
  await setTimeout(ASLEEP_MS);
  signal("SIGCONT");
  await expectFirstMatch(page, VISITOR);
  // Or it did not sleep at all.
  const { most } = await ticks.jsonValue();
  expect(most).toBeGreaterThan(0.9 * ASLEEP_MS);
});

test("answers under pressure to free memory, and the next photo too", async ({ page }) => {
  await choosePhoto(page, await groupPhoto([VISITOR, ...OTHER_VISITORS]));
  const session = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i++)
    await session.send("Memory.simulatePressureNotification", { level: "critical" });
  await expect(page.getByTestId("face-choice").first()).toBeVisible();
  await backToStart(page);
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await expect(matches(page)).toHaveCount(5);
});
