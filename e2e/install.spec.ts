// What the browser itself says of the app as one to install, and what the system hands to it.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, expectFirstMatch, SLOW_MS } from "./support/page.ts";
import { portrait } from "./support/photos.ts";
import { createProfile } from "./support/profile.ts";
import { DIST } from "./support/releases.ts";
import { serveRelease, type ReleaseServer } from "./support/releaseServer.ts";

let server: ReleaseServer;

test.beforeEach(async () => {
  test.setTimeout(2 * SLOW_MS);
  server = await serveRelease(DIST);
});
test.afterEach(() => server.close());
test.use({ serviceWorkers: "allow" });

test("can be installed, and its manifest has no errors", async () => {
  const profile = await createProfile();
  const context = await profile.open();
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}?backend=wasm`);
    await ready(page);
    const session = await context.newCDPSession(page);
    const manifest = await session.send("Page.getAppManifest");
    expect(manifest.errors).toEqual([]);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    expect(installabilityErrors).toEqual([]);
    await expectPictures(page, manifest.data!);

    // Nothing is offered before an answer.
    const offer = page.getByRole("region", { name: "Keep Starlike at hand" });
    await expect(offer).toHaveCount(0);
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
    await expect(offer).toBeVisible();
    await offer.getByRole("button", { name: "Not now" }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await choosePhoto(page, portrait(VISITOR));
    await expectFirstMatch(page, VISITOR);
    await expect(offer).toHaveCount(0);
  } finally {
    await context.close();
    await profile.remove();
  }
});

test("answers a photo that another app shares, online and offline, and sends nothing", async ({
  page,
}) => {
  await page.goto(server.url);
  await ready(page);
  for (const network of ["online", "offline"])
    await test.step(network, async () => {
      server.forget();
      if (network === "offline") await server.close();

      await share(page);
      await expectFirstMatch(page, VISITOR);
      expect(new URL(page.url()).search).toBe("");
      expect(server.received().filter((line) => line !== "GET /sw.js")).toEqual([]);
      // Nor is it kept: opened again, the address has nothing to give.
      await page.goto(`${server.url}?shared`);
      await expect(page.getByRole("button", { name: "Take a photo", exact: true })).toBeVisible();
    });
});

test("opens the camera by its shortcut", async ({ page }) => {
  await page.goto(server.url);
  const { shortcuts } = await page.evaluate(async () => {
    const response = await fetch("manifest.webmanifest");
    return (await response.json()) as { readonly shortcuts: readonly { readonly url: string }[] };
  });
  // From elsewhere: on the page itself only the address would change.
  await page.goto("about:blank");
  await page.goto(new URL(shortcuts[0]!.url, server.url).href);
  // Without a camera the page says so: it was asked for.
  await expect(page.getByTestId("problem")).toHaveAttribute("data-kind", /^camera/);
});

/** As a system does it: a form, posted by a navigation. Not from the page itself, whose policy lets it post none. */
async function share(page: Page): Promise<void> {
  const action = new URL("share", page.url()).href;
  await page.goto("about:blank");
  const { name, mimeType, buffer } = portrait(VISITOR);
  await page.evaluate(
    ({ action, name, mimeType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], name, { type: mimeType }));
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action, enctype: "multipart/form-data" });
      const input = document.createElement("input");
      Object.assign(input, { type: "file", name: "photos", files: files.files });
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { action, name, mimeType, base64: buffer.toString("base64") },
  );
}

/** The pictures that the manifest names are there, as large as it says. */
async function expectPictures(page: Page, manifest: string): Promise<void> {
  const { icons, screenshots } = JSON.parse(manifest) as Record<
    "icons" | "screenshots",
    readonly { readonly src: string; readonly sizes: string }[]
  >;
  for (const { src, sizes } of [...icons, ...screenshots]) {
    const size = await page.evaluate(async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    expect(`${src} ${size}`).toBe(`${src} ${sizes}`);
  }
}

async function ready(page: Page): Promise<void> {
  await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
}
