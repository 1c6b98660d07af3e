import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

import type { PhotoFile } from "../gallery/scan.ts";
import { openHashIndex } from "../gallery/scan/hashIndex.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

const PHOTO = /\.(jpe?g|png|webp|avif|hei[cf]|gif|tiff?|bmp)$/i;

/**
 * Every photo in a folder and below it, sorted by name; links are not followed.
 *
 * @param workDir where the files' hashes are kept from run to run
 */
export async function listPhotos(
  folder: string,
  workDir = join(PROJECT_ROOT, ".cache", "gallery"),
): Promise<readonly PhotoFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && PHOTO.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hashes = await openHashIndex(workDir, folder);
  const photos: PhotoFile[] = [];
  for (const path of paths)
    photos.push({ name: relative(folder, path), path, sha256: await hashes.sha256Of(path) });
  await hashes.save();
  return photos;
}
