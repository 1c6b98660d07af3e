import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

import { PROJECT_ROOT } from "../../projectRoot.ts";

const FOLDER = join(PROJECT_ROOT, ".cache", "bench", "brotli");
const inMemory = new Map<string, Promise<Buffer>>();
const compress = promisify(brotliCompress);

/**
 * The content in Brotli, at the best quality, from memory or disk if it has been compressed before.
 * The weights take ten seconds.
 *
 * @param onWork called where it has not
 */
export async function compressed(content: Buffer, onWork: () => void): Promise<Buffer> {
  const name = createHash("sha256").update(content).digest("hex");
  const known = inMemory.get(name);
  if (known !== undefined) return known;
  const path = join(FOLDER, `${name}.br`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept === undefined) onWork();
  const body =
    inMemory.get(name) ?? (kept === undefined ? compress(content) : Promise.resolve(kept));
  inMemory.set(name, body);
  if (kept === undefined) {
    await mkdir(FOLDER, { recursive: true });
    await writeAtomically(path, await body);
  }
  return body;
}

/** A run that is ended meanwhile must not leave half a file for the next one. */
async function writeAtomically(path: string, content: Buffer): Promise<void> {
  const part = `${path}.${process.pid}`;
  await writeFile(part, content);
  await rename(part, path);
}
