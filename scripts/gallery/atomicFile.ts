import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** How the name of a file ends that is still being written. */
export const UNFINISHED = ".tmp";

/**
 * Writes a file whole or not at all: a killed run leaves the old content or
 * none, and so does a power cut. Processes on several machines may write the
 * same file of a shared folder at once; one of them wins.
 *
 * @throws when it cannot be written
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await writeThrough(unfinished, content);
    await rename(unfinished, path);
  } catch (e) {
    await rm(unfinished, { force: true });
    throw e;
  }
}

/** A rename may reach the disk before the content does; `sync` forbids it. */
async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
