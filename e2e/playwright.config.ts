import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";
import type { LaunchOptions } from "@playwright/test";

import { findBrowser } from "../scripts/browser.mjs";
import { GRAPHICS_ARGS } from "./support/graphicsArgs.ts";
import { scenePath } from "./support/scenes.ts";
import type { Scene } from "./support/scenes.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// Set for the worker processes too, which load this file again.
process.env["CHROMIUM"] ??= await findBrowser(root);

/** Not the port of `npm start`: a server that somebody uses is left alone. */
const PORT = Number(process.env["E2E_PORT"] ?? 4273);

export default defineConfig({
  testDir: ".",
  globalSetup: "./globalSetup.ts",
  outputDir: "../test-results",
  forbidOnly: Boolean(process.env["CI"]),
  // A retry hides a flaky test: fix it, or skip it with a reason.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${PORT}/`,
    // A trace of each test was a tenth of all the time: `--trace on` where one is wanted.
    screenshot: "only-on-failure",
    // Its installation loads the whole app once more; the tests of it allow it.
    serviceWorkers: "block",
    launchOptions: launch(GRAPHICS_ARGS),
  },
  projects: [
    { name: "page", testIgnore: /\.(camera|scene|wall)\.spec\.ts$/ },
    { name: "camera", testMatch: /\.camera\.spec\.ts$/, use: withCamera("portrait") },
    { name: "wall", testMatch: /\.wall\.spec\.ts$/, use: withCamera("wall") },
    ...(["far", "dark", "two", "aside"] as const).map((scene) => ({
      name: scene,
      testMatch: /\.scene\.spec\.ts$/,
      use: withCamera(scene),
    })),
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${PORT} --strictPort`,
    cwd: root,
    url: `http://localhost:${PORT}/`,
  },
});

/** A file for a camera; the permission is each test's own. */
function withCamera(scene: Scene) {
  return {
    launchOptions: launch([
      ...GRAPHICS_ARGS,
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${scenePath(scene)}`,
    ]),
  };
}

function launch(args: readonly string[]): LaunchOptions {
  return { args: [...args], executablePath: process.env["CHROMIUM"]! };
}
