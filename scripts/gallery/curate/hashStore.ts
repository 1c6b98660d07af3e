/** Perceptual hashes, kept by the photos' content: no photo is decoded twice. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { decodePhotoFile } from "../../photo/decodePhoto.ts";
import { writeWhole } from "../atomicFile.ts";
import type { PhotoFile } from "../scan.ts";
import { PERCEPTUAL_HASH_VERSION, perceptualHash, type PerceptualHash } from "./perceptualHash.ts";

/** By SHA-256. Absent: not yet looked at; undefined: looked at, and nothing there to compare. */
export type HashesByPhoto = ReadonlyMap<string, PerceptualHash | undefined>;

/** What a killed run loses at most: about three seconds of work. */
const BATCH = 500;

/** A line of a batch: 64 hexadecimal digits, then the hash in 16, or "-" where there is none. */
const LINE = /^([0-9a-f]{64}) (?:([0-9a-f]{8})([0-9a-f]{8})|-)$/;

/**
 * The hash of each photo; those not yet known are decoded, one at a time, and
 * remembered. A file that cannot be read is left out, to be tried again.
 *
 * @param cacheDir what earlier runs found out; batches are files of their own,
 *   written whole, so that several processes may fill it at once
 */
export async function hashPhotos(
  photos: readonly PhotoFile[],
  cacheDir: string,
): Promise<HashesByPhoto> {
  const folder = join(cacheDir, `perceptual-hashes-${PERCEPTUAL_HASH_VERSION}`);
  const known = await readBatches(folder);
  let batch = new Map<string, PerceptualHash | undefined>();
  for (const { sha256, path } of photos) {
    if (known.has(sha256)) continue;
    const image = await decodePhotoFile(path);
    if (!image.ok && image.error.kind === "unreadable") continue;
    const hash = image.ok ? perceptualHash(image.value) : undefined;
    known.set(sha256, hash);
    batch.set(sha256, hash);
    if (batch.size < BATCH) continue;
    await writeBatch(folder, batch);
    batch = new Map();
  }
  if (batch.size > 0) await writeBatch(folder, batch);
  return known;
}

async function readBatches(folder: string): Promise<Map<string, PerceptualHash | undefined>> {
  const known = new Map<string, PerceptualHash | undefined>();
  if (!existsSync(folder)) return known;
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".txt")) continue;
    const lines = (await readFile(join(folder, name), "utf8")).trimEnd().split("\n");
    for (const line of lines) {
      const [, sha256, high, low] = LINE.exec(line) ?? [];
      if (sha256 === undefined)
        throw new Error(`A damaged cache entry in ${join(folder, name)}. Delete the file.`);
      known.set(
        sha256,
        high === undefined ? undefined : { low: parseInt(low!, 16), high: parseInt(high, 16) },
      );
    }
  }
  return known;
}

/** The file's name follows its content: a batch written twice is one file. */
async function writeBatch(
  folder: string,
  batch: ReadonlyMap<string, PerceptualHash | undefined>,
): Promise<void> {
  const lines = [...batch].map(
    ([sha256, hash]) => `${sha256} ${hash ? hex(hash.high) + hex(hash.low) : "-"}\n`,
  );
  const text = lines.join("");
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  await writeWhole(join(folder, `${name}.txt`), text);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, "0");
}
