import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

import { afterBuild } from "./afterBuild.ts";

/** Pictures, fonts and films are compressed already; the weights are 8-bit numbers of which few are common. */
const COMPRESSIBLE = /\.(html|js|css|json|webmanifest|svg|wasm|bin)$/;

/** The weights take half a minute at the best quality and are 3 % smaller by it. Measured. */
const LARGE_BYTES = 1_000_000;
const QUALITY = { small: constants.BROTLI_MAX_QUALITY, large: 9 } as const;

/**
 * After everything is written: lays beside each file that gains from it the same
 * in brotli (`.br`) and gzip (`.gz`), for servers that give out such files
 * instead of compressing at each request.
 */
export function compress(): Plugin {
  return afterBuild("compress", compressFolder);
}

/** @param dist folder of the finished build */
export async function compressFolder(dist: string): Promise<void> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(paths.map(compressFile));
}

/** Writes only what is smaller than the file itself. */
async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  const quality = content.length > LARGE_BYTES ? QUALITY.large : QUALITY.small;
  const options = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  };
  const packed = await Promise.all([
    promisify(brotliCompress)(content, options).then((br) => [".br", br] as const),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }).then(
      (gz) => [".gz", gz] as const,
    ),
  ]);
  for (const [ending, bytes] of packed)
    if (bytes.length < content.length) await writeFile(path + ending, bytes);
}
