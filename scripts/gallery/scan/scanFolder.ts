/** The photos of one folder, and what else lies in it. */
import type { Dirent } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

import { FORMAT_BYTES, imageFormat } from "../../../src/photo/imageFormat.ts";
import type { PhotoFile } from "../scan.ts";
import type { HashIndex } from "./hashIndex.ts";
import type { ScanProblem } from "./scanProblem.ts";

export interface FolderScan {
  /** Sorted by name. */
  readonly photos: readonly PhotoFile[];
  readonly problems: readonly ScanProblem[];
}

/** Endings that are believed; other files must begin like an image. */
const PHOTO = /\.(jpe?g|jpe|jfif|png|webp|avif|heic|heif|gif|tiff?)$/i;
/** What systems and the collecting stage leave beside photos: passed over in silence. */
const BESIDE_PHOTOS = /^(\..*|thumbs\.db|desktop\.ini|.*\.json)$/i;
/** Files open at once. */
const AT_ONCE = 16;

/** @param folder of a person, directly in `photosDir` */
export async function scanFolder(
  photosDir: string,
  folder: string,
  hashes: Pick<HashIndex, "sha256Of">,
): Promise<FolderScan> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(join(photosDir, folder), { withFileTypes: true });
  } catch (e) {
    return { photos: [], problems: [unreadable(folder, e)] };
  }
  const wanted = entries
    .filter(({ name }) => !BESIDE_PHOTOS.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const photos: PhotoFile[] = [];
  const problems: ScanProblem[] = [];
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const some = wanted.slice(i, i + AT_ONCE);
    for (const found of await Promise.all(some.map((e) => look(photosDir, folder, e, hashes))))
      if ("kind" in found) problems.push(found);
      else photos.push(found);
  }
  if (wanted.length === 0)
    problems.push({ name: folder, kind: "emptyFolder", message: "no file in it" });
  return { photos, problems };
}

/** Why an entry of a folder is neither looked at nor into; nothing when it may be. */
export function obstacle(entry: Dirent, name: string): ScanProblem | undefined {
  if (entry.isSymbolicLink()) return { name, kind: "symlink", message: "links are not followed" };
  if (entry.isFile() || entry.isDirectory()) return undefined;
  return { name, kind: "notAFile", message: "a pipe, a socket or a device" };
}

async function look(
  photosDir: string,
  folder: string,
  entry: Dirent,
  hashes: Pick<HashIndex, "sha256Of">,
): Promise<PhotoFile | ScanProblem> {
  const name = `${folder}/${entry.name}`;
  const path = join(photosDir, folder, entry.name);
  const problem = obstacle(entry, name);
  if (problem) return problem;
  if (entry.isDirectory())
    return { name, kind: "nestedFolder", message: "photos lie directly in a person's folder" };
  try {
    if (!PHOTO.test(entry.name) && !(await beginsLikeAnImage(path)))
      return { name, kind: "notAPhoto", message: "by its ending and its first bytes" };
    return { name, path, sha256: await hashes.sha256Of(path) };
  } catch (e) {
    return unreadable(name, e);
  }
}

async function beginsLikeAnImage(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(FORMAT_BYTES) });
    return imageFormat(buffer.subarray(0, bytesRead)) !== undefined;
  } finally {
    await file.close();
  }
}

function unreadable(name: string, e: unknown): ScanProblem {
  return { name, kind: "unreadable", message: e instanceof Error ? e.message : String(e) };
}
