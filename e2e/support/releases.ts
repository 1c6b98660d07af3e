// Releases of the app that differ from the built one, for the tests of updates.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { bundleServiceWorker } from "../../scripts/build/precachePlugin.ts";

/** The build under test. */
export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

export interface Release {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** A release whose start page is another, and with it the service worker. */
export async function releaseWith(change: (startPage: string) => string): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  await cp(DIST, folder, { recursive: true });
  const startPage = join(folder, "index.html");
  await writeFile(startPage, change(await readFile(startPage, "utf8")));
  await bundleServiceWorker(folder, "es2022");
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
