import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { openHashIndex } from "./hashIndex.ts";

let photos: string;
let work: string;

beforeEach(async () => {
  photos = await mkdtemp(join(tmpdir(), "photos-"));
  work = await mkdtemp(join(tmpdir(), "work-"));
});
afterEach(async () => {
  await rm(photos, { recursive: true });
  await rm(work, { recursive: true });
});

it("reads a file that stays as it was only once", async () => {
  await file("a", "one");
  await file("b", "two");
  expect(await hashes("a", "b")).toEqual({ of: [sha("one"), sha("two")], read: 2 });
  expect(await hashes("a", "b")).toEqual({ of: [sha("one"), sha("two")], read: 0 });
});

it("reads a file again that was changed, even at the same size and time", async () => {
  await file("a", "one");
  await hashes("a");
  await file("a", "two");
  expect(await hashes("a")).toEqual({ of: [sha("two")], read: 1 });
});

it("reads a file again that another was moved over", async () => {
  await file("a", "one");
  await file("b", "two");
  await hashes("a");
  await rename(join(photos, "b"), join(photos, "a"));
  expect(await hashes("a")).toEqual({ of: [sha("two")], read: 1 });
});

it("does not trust the time of a file that was written just now", async () => {
  await writeFile(join(photos, "a"), "one");
  await hashes("a");
  expect((await hashes("a")).read).toBe(1);
});

it.each<[string, (text: string) => string]>([
  ["cut short", (text) => text.slice(0, -5)],
  ["empty", () => ""],
  ["garbage", () => "garbage\ngarbage"],
  ["changed in one digit", (text) => text.replace(sha("one"), sha("two"))],
])("ignores an index that is %s", async (_, damage) => {
  await file("a", "one");
  await hashes("a");
  const [name] = await readdir(join(work, "hashes"));
  const index = join(work, "hashes", name!);
  await writeFile(index, damage(await readFile(index, "utf8")));
  expect(await hashes("a")).toEqual({ of: [sha("one")], read: 1 });
  expect((await hashes("a")).read).toBe(0);
});

it("forgets files that are no longer asked for", async () => {
  await file("a", "one");
  await file("b", "two");
  await hashes("a", "b");
  await hashes("a");
  expect((await hashes("a", "b")).read).toBe(1);
});

it("keeps the indexes of two folders apart", async () => {
  await file("a", "one");
  await hashes("a");
  const other = await openHashIndex(work, join(photos, "elsewhere"));
  await other.save();
  expect((await hashes("a")).read).toBe(0);
});

it("fails for a file that is not there", async () => {
  await expect(hashes("nothing")).rejects.toThrow("ENOENT");
});

async function hashes(...names: readonly string[]) {
  const index = await openHashIndex(work, photos);
  const of: string[] = [];
  for (const name of names) of.push(await index.sha256Of(join(photos, name)));
  await index.save();
  return { of, read: index.read };
}

/** An hour old. */
async function file(name: string, content: string): Promise<void> {
  await writeFile(join(photos, name), content);
  await utimes(join(photos, name), 1_700_000_000, 1_700_000_000);
}

function sha(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
