import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { Browser, BrowserContext } from "@playwright/test";

import { findBrowser } from "../../browser.mjs";
import { PROJECT_ROOT } from "../../projectRoot.ts";
import { installStopwatch } from "./stopwatch.ts";

/** WebGL in software, so that every machine without a GPU measures the same; `--gpu` leaves it to the browser. */
const SOFTWARE_WEBGL = ["--use-angle=swiftshader"];

export interface Browsers {
  readonly version: string;
  /** Of a browser of its own, which nothing else disturbs; forgets everything. No service worker. */
  readonly openFresh: () => Promise<{ browser: Browser; context: BrowserContext }>;
  readonly createProfile: () => Promise<Profile>;
}

/** A person's browser: what it keeps outlasts its end. */
export interface Profile {
  readonly open: () => Promise<BrowserContext>;
  readonly remove: () => Promise<void>;
}

export async function findBrowsers(useGpu: boolean): Promise<Browsers> {
  const launch = {
    executablePath: await findBrowser(PROJECT_ROOT),
    args: useGpu ? [] : SOFTWARE_WEBGL,
  };
  const probe = await chromium.launch(launch);
  const version = probe.version();
  await probe.close();
  return {
    version,
    async openFresh() {
      const browser = await chromium.launch(launch);
      const context = await browser.newContext({ serviceWorkers: "block" });
      await context.addInitScript(installStopwatch);
      return { browser, context };
    },
    async createProfile() {
      const folder = await mkdtemp(join(tmpdir(), "starlike-bench-"));
      return {
        async open() {
          const context = await chromium.launchPersistentContext(folder, launch);
          await context.addInitScript(installStopwatch);
          return context;
        },
        remove: () => rm(folder, { recursive: true, force: true }),
      };
    },
  };
}
