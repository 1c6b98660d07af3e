// `npm run screenshots`: the pictures of docs/screenshots, taken of the built app.
import { defineConfig } from "@playwright/test";

import tests from "./playwright.config.ts";

export default defineConfig({
  ...tests,
  testDir: "./screenshots",
  testMatch: "*.shot.ts",
  projects: [{ name: "screenshots" }],
});
