import { access, readdir, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Plugin } from "vite";

import { afterBuild } from "./afterBuild.ts";
import { HOST_FILES } from "./hosting/hostFiles.ts";

/**
 * Last step of a build: lays the headers file beside the page for the hosts that
 * look for it there, and says what to upload.
 */
export function upload(): Plugin {
  return afterBuild("upload", async (dist, { root, logger }) => {
    await refuseUnfinished(dist);
    const { files, bytes } = await measure(dist);
    await writeFile(join(dist, "_headers"), HOST_FILES["_headers"]!);
    logger.info(describeUpload(relative(root, dist), files, bytes));
  });
}

/**
 * What `npm run build` says at its end.
 *
 * @param folder of the build, as the person knows it
 * @param files how many it has, and their `bytes` together
 */
export function describeUpload(folder: string, files: number, bytes: number): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  return `
To put it online, upload what is in ${folder}/ (${files} files, ${megabytes} MB) to a folder of any web server.
  Netlify, Cloudflare Pages  read ${folder}/_headers by themselves
  nginx, Caddy               hosting/nginx.conf, hosting/Caddyfile
  GitHub Pages               hosting/github-pages.yml; needs no headers
Each step by step: docs/hosting.md`;
}

/**
 * The service worker lists every file of the build, and some hosts do not give
 * `_headers` out: it would wait for that file in vain.
 */
async function refuseUnfinished(dist: string): Promise<void> {
  await access(join(dist, "sw.js"));
}

async function measure(dist: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const stats = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return { files: files.length, bytes: stats.reduce((sum, { size }) => sum + size, 0) };
}
