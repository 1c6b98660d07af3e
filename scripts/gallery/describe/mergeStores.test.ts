import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { randomDescription, randomDescriptor, shaOf } from "./describeTesting.ts";
import { descriptionLine, stockCropLine } from "./descriptionRecord.ts";
import { openDescriptionStore, storeFolder } from "./descriptionStore.ts";
import { mergeStores } from "./mergeStores.ts";
import { writeSegment } from "./segmentFile.ts";

let dir: string;
const at = (name: string) => join(dir, name);

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "merge-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("puts the jobs' stores together, and has nothing to do a second time", async () => {
  await describe("one", "a", "b");
  await describe("two", "c");
  await writeSegment(storeFolder(at("two"), "stock-crops", "v1"), [
    stockCropLine(shaOf("c"), [randomDescriptor(seededRandom(3))]),
  ]);
  const from = [at("one"), at("two")];
  expect(await mergeStores(from, at("all"), "v1")).toEqual({ copied: 3, present: 0, damaged: [] });
  expect(await mergeStores(from, at("all"), "v1")).toEqual({ copied: 0, present: 3, damaged: [] });
  const all = await openDescriptionStore(at("all"), "v1");
  expect(["a", "b", "c"].every((name) => all.has(shaOf(name)))).toBe(true);
  expect([all.size, all.stockCrops.size]).toEqual([3, 1]);
});

it("takes two records of one photo for what they are", async () => {
  await describe("one", "a");
  await describe("two", "a", "b");
  await mergeStores([at("one"), at("two")], at("all"), "v1");
  expect((await openDescriptionStore(at("all"), "v1")).size).toBe(2);
});

it("leaves a damaged segment behind, and mends one that is damaged only here", async () => {
  const broken = await describe("one", "a");
  const whole = await describe("two", "b");
  await mergeStores([at("two")], at("all"), "v1");
  await truncate(join(storeFolder(at("one"), "descriptions", "v1"), broken), 40);
  await truncate(join(storeFolder(at("all"), "descriptions", "v1"), whole), 40);
  const report = await mergeStores([at("one"), at("two")], at("all"), "v1");
  expect(report).toMatchObject({ copied: 1, damaged: [{ kind: "damagedSegment", name: broken }] });
  const all = await openDescriptionStore(at("all"), "v1");
  expect([all.has(shaOf("a")), all.has(shaOf("b")), all.damaged]).toEqual([false, true, []]);
});

it("refuses another engine's store and a folder that holds none, and copies nothing then", async () => {
  await describe("good", "a");
  await writeSegment(storeFolder(at("old"), "descriptions", "v0"), [line("b")]);
  const merge = (name: string) => mergeStores([at("good"), at(name)], at("all"), "v1");
  await expect(merge("old")).rejects.toThrow(/holds v0-\d+, not this engine's v1-\d+/);
  await expect(merge("nothing")).rejects.toThrow("There are no descriptions in");
  await expect(readdir(at("all"))).rejects.toThrow("ENOENT");
});

function line(photo: string): string {
  return descriptionLine(shaOf(photo), randomDescription(seededRandom(photo.charCodeAt(0)), 1));
}

function describe(workDir: string, ...photos: readonly string[]): Promise<string> {
  return writeSegment(storeFolder(at(workDir), "descriptions", "v1"), photos.map(line));
}
