import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

import type { PrecacheFile } from "../../src/pwa/precacheFile.ts";

/** Not part of the app: the worker itself, what only robots, auditors, debuggers and app stores ask for, portraits one by one, and compressed forms. */
const NOT_PRECACHED =
  /^(sw\.js|robots\.txt|social\.png|_headers|sbom\.cdx\.json|screenshots\/.*|gallery\/portraits\/.*|.*\.(map|br|gz))$/;

/** What a release seldom changes. */
const DATA = /^(models|gallery)\/|\.wasm$/;

/** Alphabets that neither the messages nor the names are written in. */
const UNUSED_FONT = /-(greek|greek-ext|cyrillic-ext|vietnamese)-.*\.woff2$/;

/** Last in the queue: by then the page has fetched them, and the browser's HTTP cache answers. */
const LARGE = /\.(bin|wasm)$/;

/**
 * What the service worker keeps for a network-less visit: every file of the
 * built app, in a stable order.
 *
 * @param dist folder of the finished build
 */
export async function listPrecache(dist: string): Promise<PrecacheFile[]> {
  const found = await readdir(dist, { recursive: true, withFileTypes: true });
  const urls = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((url) => !NOT_PRECACHED.test(url) && !UNUSED_FONT.test(url))
    .sort(byQueue);
  return Promise.all(urls.map((url) => describeFile(dist, url)));
}

async function describeFile(dist: string, url: string): Promise<PrecacheFile> {
  const content = await readFile(join(dist, url));
  const sha256 = createHash("sha256").update(content).digest();
  return {
    url: url.split("/").map(encodeURIComponent).join("/"),
    sha256: sha256.toString("hex"),
    bytes: content.length,
    part: DATA.test(url) ? "data" : "shell",
  };
}

function byQueue(a: string, b: string): number {
  const order = Number(LARGE.test(a)) - Number(LARGE.test(b));
  return order !== 0 ? order : a < b ? -1 : 1;
}
