import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

import type { PhotoFile } from "../gallery/scan.ts";

const PHOTO = /\.(jpe?g|png|webp|avif|gif|tiff?|bmp)$/i;

/** Every photo in a folder and below it, sorted by name. */
export async function listPhotos(folder: string): Promise<readonly PhotoFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && PHOTO.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      const sha256 = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
      return { name: relative(folder, path), path, sha256 };
    }),
  );
}
