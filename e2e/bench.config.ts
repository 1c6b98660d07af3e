import { defineConfig } from "@playwright/test";

import base from "./playwright.config.ts";

/** Measures; judges nothing, since machines differ. One at a time, so that nothing else is measured along. */
export default defineConfig({
  ...base,
  testDir: "./bench",
  workers: 1,
  projects: (base.projects ?? [])
    .filter(({ name }) => name === "camera")
    .map((project) => ({ ...project, testMatch: /\.bench\.ts$/ })),
});
