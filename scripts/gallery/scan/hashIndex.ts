/** SHA-256 of files, remembered from run to run as long as the files stay as they were. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";

import { writeWhole } from "../atomicFile.ts";

export interface HashIndex {
  /**
   * Of the file's content, in hex.
   *
   * @throws when the file cannot be read
   */
  sha256Of(path: string): Promise<string>;
  /** Files whose content was read since the index was opened. */
  readonly read: number;
  /** Keeps what was asked for since the index was opened, and only that. */
  save(): Promise<void>;
}

/** What tells that a file is still the same. */
interface Entry {
  readonly size: string;
  readonly modifiedNs: string;
  /** Also moved by a copy that keeps the time of modification. */
  readonly changedNs: string;
  readonly inode: string;
  readonly sha256: string;
}

/**
 * A file that changed this shortly before it was read may change again without
 * another time stamp; the coarsest stamps, FAT's, count two seconds.
 *
 * Source: Git, Documentation/technical/racy-git.txt.
 */
const SETTLED_MS = 2000;

/**
 * @param workDir holds one index for each folder of photos; may be deleted at any time
 * @param photosDir absolute
 */
export async function openHashIndex(workDir: string, photosDir: string): Promise<HashIndex> {
  const name = createHash("sha256").update(photosDir).digest("hex").slice(0, 16);
  const file = join(workDir, "hashes", `${name}.jsonl`);
  const known = await readIndex(file);
  const seen = new Map<string, Entry>();
  let read = 0;
  return {
    sha256Of: async (path) => {
      const key = relative(photosDir, path);
      const { settled, ...now } = await stampsOf(path);
      const before = known.get(key);
      if (before && isSame(before, now)) {
        seen.set(key, before);
        return before.sha256;
      }
      read++;
      const sha256 = await hashFile(path);
      if (settled) seen.set(key, { ...now, sha256 });
      return sha256;
    },
    get read() {
      return read;
    },
    save: async () => {
      const isUnchanged =
        seen.size === known.size && [...seen].every(([key, entry]) => known.get(key) === entry);
      if (!isUnchanged) await writeWhole(file, toText(seen));
    },
  };
}

type Stamps = Omit<Entry, "sha256">;

async function stampsOf(path: string): Promise<Stamps & { readonly settled: boolean }> {
  const { size, mtimeNs, mtimeMs, ctimeNs, ino } = await stat(path, { bigint: true });
  return {
    size: String(size),
    modifiedNs: String(mtimeNs),
    changedNs: String(ctimeNs),
    inode: String(ino),
    settled: Date.now() - Number(mtimeMs) > SETTLED_MS,
  };
}

function isSame(a: Stamps, b: Stamps): boolean {
  return (
    a.size === b.size &&
    a.modifiedNs === b.modifiedNs &&
    a.changedNs === b.changedNs &&
    a.inode === b.inode
  );
}

/** Not by reading it whole: it may be a film. */
async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The hash of all other lines first, so that a damaged index is known for one. */
function toText(entries: ReadonlyMap<string, Entry>): string {
  const lines = [...entries].map(([key, { size, modifiedNs, changedNs, inode, sha256 }]) =>
    JSON.stringify([key, size, modifiedNs, changedNs, inode, sha256]),
  );
  const body = lines.join("\n");
  return `${hashOf(body)}\n${body}`;
}

/** Nothing where there is no index or it is damaged: then every file is read again. */
async function readIndex(file: string): Promise<ReadonlyMap<string, Entry>> {
  const text = await readFile(file, "utf8").catch(() => "");
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end === -1 || body === "" || hashOf(body) !== text.slice(0, end)) return new Map();
  return new Map(
    body.split("\n").map((line) => {
      const [key, size, modifiedNs, changedNs, inode, sha256] = JSON.parse(line) as Row;
      return [key, { size, modifiedNs, changedNs, inode, sha256 }];
    }),
  );
}

type Row = readonly [string, string, string, string, string, string];

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
