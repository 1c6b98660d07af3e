// The one build in a folder of a site, on hosts that send every header there is, some, and none.
import { expect, test as base } from "@playwright/test";
import type { Page } from "@playwright/test";

import { headersFor } from "../scripts/build/hosting/headers.ts";
import { en } from "../src/i18n/en.ts";
import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, engineReady, expectFirstMatch, openHome, SLOW_MS } from "./support/page.ts";
import { portrait, turnedHeic } from "./support/photos.ts";
import { serveStatic } from "./support/staticServer.ts";
import type { Host } from "./support/staticServer.ts";
import { strictHost } from "./support/strictHost.ts";
import { walkScreens } from "./support/walk.ts";

const FOLDER = "/starlike/";

type Kind = "strict" | "bare" | "hidesFiles";

interface Fixtures {
  readonly kind: Kind;
  /** Names of the directives that anything broke: the page, a worker or the service worker. */
  readonly violations: string[];
}

const test = base.extend<Fixtures>({
  kind: ["bare", { option: true }],
  // Playwright reads from the pattern which fixtures are asked for: here none.
  // eslint-disable-next-line no-empty-pattern
  violations: async ({}, use) => use([]),
  baseURL: async ({ kind, violations }, use) => {
    const server = await serveStatic(hostOf(kind, violations));
    await use(server.url);
    await server.close();
  },
});

test.use({ serviceWorkers: "allow" });

test.describe("under strict headers", () => {
  test.use({ kind: "strict" });

  test("answers a photo, with a network and without", async ({ page, context, violations }) => {
    const complaints = complaintsOf(page);
    await openHome(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
    // The HEIC decoder is WebAssembly in a worker of its own.
    await choosePhoto(page, await turnedHeic(VISITOR));
    await expectFirstMatch(page, VISITOR);

    await context.setOffline(true);
    await page.reload();
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("breaks no policy on any screen", async ({ page, violations }) => {
    test.setTimeout(2 * SLOW_MS);
    const complaints = complaintsOf(page);
    await walkScreens(page, "en", async (screen) => {
      if (screen === "share") await filmMorph(page);
      expect(violations, screen).toEqual([]);
    });
    expect(complaints).toEqual([]);
  });

  test("would report what breaks the policy, in the page and in its worker", async ({
    page,
    violations,
  }) => {
    await openHome(page);
    await engineReady(page, "wasm");
    await fetchElsewhere(page);
    await expect.poll(() => violations).toEqual(["connect-src"]);

    const worker = page.workers().find((found) => found.url().includes("faceWorker"));
    await worker?.evaluate(() => fetch("https://example.org/").catch(() => undefined));
    await expect.poll(() => violations).toEqual(["connect-src", "connect-src"]);
  });
});

test.describe("without any header", () => {
  test("answers a photo, with a network and without", async ({ page, context }) => {
    await openHome(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
    await context.setOffline(true);
    await page.reload();
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);

    // The page's own policy does not bind its workers: the service worker's header does.
    const worker = page.workers().find((found) => found.url().includes("faceWorker"));
    expect(await worker?.evaluate(directiveAgainstElsewhere)).toBe("connect-src");
    const referrerPolicy = () =>
      fetch("./index.html").then(({ headers }) => headers.get("referrer-policy"));
    expect(await page.evaluate(referrerPolicy)).toBe("no-referrer");
  });

  test("keeps the page's own policy", async ({ page }) => {
    await openHome(page);
    expect(await page.evaluate(directiveAgainstElsewhere)).toBe("connect-src");
  });
});

test.describe("on a host that hides index.html and _headers", () => {
  test.use({ kind: "hidesFiles" });

  test("opens with no network after one visit", async ({ page, context }) => {
    await openHome(page);
    await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
    await context.setOffline(true);
    await page.reload();
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
  });
});

function hostOf(kind: Kind, violations: string[]): Host {
  switch (kind) {
    case "bare":
      return { base: FOLDER, headersFor: () => ({}) };
    case "hidesFiles":
      return { base: FOLDER, headersFor, hidesFiles: true };
    case "strict":
      return strictHost(FOLDER, violations);
  }
}

/** What the browser itself says about headers and policies, while the test goes on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Security Policy|Permissions-Policy|Cross-Origin|Trusted/.test(message.text()))
      complaints.push(message.text());
  });
  return complaints;
}

/** Runs in a page or a worker: what forbids asking another origin. Never ends where nothing does. */
function directiveAgainstElsewhere(): Promise<string> {
  return new Promise((resolve) => {
    globalThis.addEventListener("securitypolicyviolation", (event) => {
      resolve((event as SecurityPolicyViolationEvent).effectiveDirective);
    });
    fetch("https://example.org/").catch(() => undefined);
  });
}

/** Asks another origin, which the policy forbids; nothing is sent. */
async function fetchElsewhere(page: Page): Promise<void> {
  await page.evaluate(() => fetch("https://example.org/").catch(() => undefined));
}

/** The encoder is a chunk of its own, and what it makes is played from a blob. */
async function filmMorph(page: Page): Promise<void> {
  const film = page.getByRole("button", { name: en.share.video });
  if (await film.isHidden()) return;
  await film.click();
  await expect(page.getByText(en.share.saved)).toBeVisible({ timeout: SLOW_MS });
}
