import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { writeWhole } from "./atomicFile.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "atomic-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("makes the folders, replaces the old content and leaves nothing else behind", async () => {
  const path = join(dir, "a", "b", "file");
  await writeWhole(path, "a longer old content");
  await writeWhole(path, new Uint8Array([110, 101, 119]));
  expect(await readFile(path, "utf8")).toBe("new");
  expect(await readdir(join(dir, "a", "b"))).toEqual(["file"]);
});

it("lets one of many writers win, and none of them meets another's unfinished file", async () => {
  const path = join(dir, "file");
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000));
  await Promise.all(texts.map((text) => writeWhole(path, text)));
  expect(texts).toContain(await readFile(path, "utf8"));
  expect(await readdir(dir)).toEqual(["file"]);
});

it("takes its unfinished file away when it fails", async () => {
  await mkdir(join(dir, "taken"));
  await expect(writeWhole(join(dir, "taken"), "text")).rejects.toThrow();
  expect(await readdir(dir)).toEqual(["taken"]);
});
