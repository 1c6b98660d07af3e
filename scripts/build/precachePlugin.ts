import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Plugin, ResolvedConfig } from "vite";

import type { PrecacheFile } from "../../src/pwa/precacheFile.ts";
import { RELEASE_META } from "../../src/pwa/releaseFacts.ts";
import { afterBuild } from "./afterBuild.ts";
import { ADDED_HEADERS } from "./hosting/headers.ts";
import { refusePackages } from "./licences/shippedFiles.ts";
import { listPrecache } from "./precacheManifest.ts";
import { replaceOnce } from "./replaceOnce.ts";

/**
 * After the app is built: hashes every file of it and bundles the service worker
 * `sw.js` with that list inside.
 */
export function precache(): Plugin {
  return afterBuild("precache", async (dist, { root, build: { target } }) => {
    await writeReleaseFacts(dist, await versionOf(root));
    await bundleServiceWorker(dist, target);
  });
}

/** For the page: see pwa/releaseFacts. */
async function writeReleaseFacts(dist: string, version: string): Promise<void> {
  const files = await listPrecache(dist);
  const facts = {
    offlineBytes: String(files.reduce((sum, file) => sum + file.bytes, 0)),
    version,
    build: buildOf(files),
  };
  const tags = (Object.keys(facts) as (keyof typeof facts)[])
    .map((fact) => `    <meta name="${RELEASE_META[fact]}" content="${facts[fact]}" />\n`)
    .join("");
  const startPage = join(dist, "index.html");
  const html = await readFile(startPage, "utf8");
  await writeFile(startPage, replaceOnce(html, "  </head>", `${tags}  </head>`));
}

async function versionOf(root: string): Promise<string> {
  const text = await readFile(join(root, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** The same for the same files. */
function buildOf(files: readonly PrecacheFile[]): string {
  const hash = createHash("sha256");
  for (const { url, sha256 } of files) hash.update(`${url} ${sha256}\n`);
  return hash.digest("hex").slice(0, 8);
}

/** @param dist folder of the finished build */
export async function bundleServiceWorker(
  dist: string,
  target: ResolvedConfig["build"]["target"],
): Promise<void> {
  const files = await listPrecache(dist);
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [refusePackages()],
    define: {
      __PRECACHE_FILES__: JSON.stringify(files),
      __HEADERS__: JSON.stringify(ADDED_HEADERS),
      "process.env.NODE_ENV": '"production"',
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      target,
      rolldownOptions: {
        input: fileURLToPath(new URL("../../src/pwa/sw.ts", import.meta.url)),
        // A module service worker would leave older browsers without offline use.
        output: { format: "iife", entryFileNames: "sw.js", comments: false },
      },
    },
  });
}
