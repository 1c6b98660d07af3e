import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Plugin, ResolvedConfig } from "vite";

import { OFFLINE_BYTES } from "../../src/pwa/precacheFile.ts";
import { listPrecache } from "./precacheManifest.ts";

/**
 * After the app is built: hashes every file of it and bundles the service worker
 * `sw.js` with that list inside.
 */
export function precache(): Plugin {
  let config: ResolvedConfig;
  let failed = false;
  return {
    name: "precache",
    apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    configResolved(resolved) {
      config = resolved;
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    async closeBundle() {
      if (failed) return;
      const dist = resolve(config.root, config.build.outDir);
      await writeOfflineBytes(dist);
      await bundleServiceWorker(dist, config.build.target);
    },
  };
}

/** For the page, which asks on a metered connection before there is a service worker to say it. */
async function writeOfflineBytes(dist: string): Promise<void> {
  const files = await listPrecache(dist);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const startPage = join(dist, "index.html");
  const html = await readFile(startPage, "utf8");
  const meta = `<meta name="${OFFLINE_BYTES}" content="${bytes}" />`;
  await writeFile(startPage, html.replace("</head>", `  ${meta}\n  </head>`));
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
    define: {
      __PRECACHE_FILES__: JSON.stringify(files),
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
