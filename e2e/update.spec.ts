import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { preview } from "vite";
import type { PreviewServer } from "vite";

import { openHome, SLOW_MS } from "./support/page.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PORT = 4274;

test.use({ serviceWorkers: "allow", baseURL: `http://localhost:${PORT}/` });

test("offers a new version and leaves the moment to the person", async ({ page }) => {
  const { server, release } = await serveReleases();
  try {
    await openHome(page);
    await expect(page.getByTestId("offline-ready")).toBeVisible({ timeout: SLOW_MS });
    await page.evaluate(() => {
      document.title = "not reloaded";
    });

    release();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const use = page.getByRole("button", { name: "Use it" });
    await expect(use).toBeVisible();
    await expect(page).toHaveTitle("not reloaded");

    await use.click();
    await expect(page).toHaveTitle(/Starlike/);
  } finally {
    await server.close();
  }
});

/** The built app on a server of its own, since Playwright cannot route the update of a service worker. */
async function serveReleases(): Promise<{ server: PreviewServer; release: () => void }> {
  const newer = `${readFileSync(join(ROOT, "dist/sw.js"), "utf8")}\n// newer`;
  let released = false;
  const server = await preview({
    root: ROOT,
    configFile: false,
    preview: { port: PORT, strictPort: true },
    plugins: [
      {
        name: "newer-service-worker",
        configurePreviewServer({ middlewares }) {
          middlewares.use("/sw.js", (_request, response, next) => {
            if (!released) {
              next();
              return;
            }
            response.setHeader("Content-Type", "text/javascript");
            response.end(newer);
          });
        },
      },
    ],
  });
  return {
    server,
    release: () => {
      released = true;
    },
  };
}
