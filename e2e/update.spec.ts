import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { nameOf, VISITOR } from "./support/gallery.ts";
import { historyRows, openPage } from "./support/history.ts";
import { choosePhoto, expectFirstMatch, SLOW_MS } from "./support/page.ts";
import { portrait } from "./support/photos.ts";
import { DIST, releaseWith, type Release } from "./support/releases.ts";
import { serveRelease, type ReleaseServer } from "./support/releaseServer.ts";

let server: ReleaseServer;

test.beforeEach(async () => {
  test.setTimeout(2 * SLOW_MS);
  server = await serveRelease(DIST);
});
test.afterEach(() => server.close());
test.use({ serviceWorkers: "allow" });

test("updates when the person says so, loses nothing and fetches no weights again", async ({
  page,
}) => {
  const next = await nextRelease();
  try {
    await openReady(page);
    await keepOneResult(page);

    server.release(next.folder);
    server.forget();
    await lookForUpdate(page);
    const use = page.getByRole("button", { name: "Use it" });
    await expect(use).toBeVisible();
    await expect(page.getByText("A new version is ready, 0.0 MB.")).toBeVisible();
    // The start page alone has changed, and nothing is reloaded yet.
    expect(server.sent().filter((path) => path !== "/sw.js")).toEqual(["/index.html"]);
    await expect(historyRows(page)).toContainText([nameOf(VISITOR)]);
    await expect(page.locator("meta[name=next]")).toHaveCount(0);

    await use.click();
    await expect(page.locator("meta[name=next]")).toHaveCount(1);
    await ready(page);
    await expect(historyRows(page)).toContainText([nameOf(VISITOR)]);
    await openPage(page, "settings");
    await expect(page.getByRole("switch", { name: "Keep my results" })).toBeChecked();
    expect(server.sent().filter((path) => path !== "/sw.js")).toEqual(["/index.html"]);
  } finally {
    await next.remove();
  }
});

test("offers the other tab a reload, and leaves it as it is", async ({ page, context }) => {
  const next = await nextRelease();
  try {
    await openReady(page);
    const other = await context.newPage();
    await openReady(other);
    await choosePhoto(other, portrait(VISITOR));
    await expectFirstMatch(other, VISITOR);

    await updateTo(next, page);
    await expectFirstMatch(other, VISITOR);
    await other.getByRole("button", { name: "Use it" }).click();
    await expect(other.locator("meta[name=next]")).toHaveCount(1);
  } finally {
    await next.remove();
  }
});

test("answers a photo that was in work in the other tab when the update came", async ({
  page,
  context,
}) => {
  const next = await nextRelease();
  try {
    await openReady(page);
    const other = await context.newPage();
    await openReady(other);
    const work = await holdWork(other);
    await choosePhoto(other, portrait(VISITOR));
    await expect(other.getByRole("heading", { name: "Looking closely" })).toBeVisible();

    await updateTo(next, page);
    await work.evaluate(({ updated }) => updated);
    await expect(other.getByRole("heading", { name: "Looking closely" })).toBeVisible();
    await work.evaluate((held) => {
      held.letGo();
    });
    await expectFirstMatch(other, VISITOR);
    await expect(other.locator("meta[name=next]")).toHaveCount(0);
  } finally {
    await next.remove();
  }
});

test("replaces a broken release with the next one by itself", async ({ page }) => {
  const broken = await releaseWith((html) => html.replaceAll(/<script .*?<\/script>/g, ""));
  try {
    await openReady(page);
    server.release(broken.folder);
    await lookForUpdate(page);
    await page.getByRole("button", { name: "Use it" }).click();
    await expect(page.locator("#root")).toBeEmpty();
    await expect(page.locator("script")).toHaveCount(0);

    server.release(DIST);
    await page.reload();
    await expect(page.locator("#root")).toBeEmpty();
    await expect(page.getByRole("button", { name: "Take a photo", exact: true })).toBeVisible();
    await ready(page);
  } finally {
    await broken.remove();
  }
});

/** Keeps back what the page gives its workers to do, and tells when another version has come to serve it. */
function holdWork(page: Page) {
  return page.evaluateHandle(() => {
    const waiting: (() => void)[] = [];
    const own = Object.getOwnPropertyDescriptor(Worker.prototype, "postMessage")!;
    const post = own.value as (this: Worker, ...message: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      waiting.push(() => {
        post.apply(this, message);
      });
    };
    const updated = new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", () => {
        resolve();
      });
    });
    return {
      updated,
      letGo: () => {
        Object.defineProperty(Worker.prototype, "postMessage", own);
        for (const each of waiting) each();
      },
    };
  });
}

async function keepOneResult(page: Page): Promise<void> {
  await openPage(page, "settings");
  await page.getByRole("switch", { name: "Keep my results" }).press("Space");
  await openPage(page, "");
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR);
  await openPage(page, "history");
  await expect(historyRows(page)).toContainText([nameOf(VISITOR)]);
}

/** With another start page, which says so. */
function nextRelease(): Promise<Release> {
  return releaseWith((html) => html.replace("<head>", '<head><meta name="next">'));
}

async function openReady(page: Page): Promise<void> {
  await page.goto(`${server.url}?backend=wasm`);
  await ready(page);
}

async function updateTo(next: Release, page: Page): Promise<void> {
  server.release(next.folder);
  await lookForUpdate(page);
  await page.getByRole("button", { name: "Use it" }).click();
  await expect(page.locator("meta[name=next]")).toHaveCount(1);
}

async function ready(page: Page): Promise<void> {
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}
