// A browser that remembers, as a person's does: Playwright's own contexts are
// incognito, end with the browser, and install nothing.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { BrowserContext } from "@playwright/test";

import { GRAPHICS_ARGS } from "./graphicsArgs.ts";
import { scenePath } from "./scenes.ts";

export interface Profile {
  /** Starts a browser, whose camera films the portrait; ended by closing the context. */
  readonly open: () => Promise<BrowserContext>;
  readonly remove: () => Promise<void>;
}

export async function createProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), "profile-"));
  return {
    open: () =>
      chromium.launchPersistentContext(folder, {
        executablePath: process.env["CHROMIUM"]!,
        permissions: ["camera"],
        args: [
          ...GRAPHICS_ARGS,
          "--use-fake-device-for-media-stream",
          `--use-file-for-fake-video-capture=${scenePath("portrait")}`,
        ],
      }),
    remove: () => rm(folder, { recursive: true }),
  };
}
