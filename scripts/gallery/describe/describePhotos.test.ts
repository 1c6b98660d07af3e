import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { photoNamed, randomDescription, shaOf, writeFakeWorker } from "./describeTesting.ts";
import { describePhotos, type DescribeOptions } from "./describePhotos.ts";
import { describeStockCrops } from "./describeStockCrops.ts";
import { descriptionLine } from "./descriptionRecord.ts";
import { openDescriptionStore, storeFolder } from "./descriptionStore.ts";
import { writeSegment } from "./segmentFile.ts";
import { isInShard } from "./shard.ts";

let dir: string;
let workerScript: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "describe-"));
  workerScript = await writeFakeWorker(dir);
});
afterEach(() => rm(dir, { recursive: true }));

it("describes each photo once, a copy not again, and nothing in a second run", async () => {
  const photos = [...numbered(10), { ...photoNamed("3"), name: "a copy" }];
  const { report, store } = await run(photos, { jobs: 2, batchSize: 3 });
  expect(report).toEqual({ described: 10, unreadable: 0, poisonous: 0 });
  expect(store.size).toBe(10);
  expect((await described()).sort()).toEqual(
    numbered(10)
      .map(({ path }) => path)
      .sort(),
  );
  expect(await segments()).toHaveLength(4);

  expect((await run(photos, { jobs: 2 })).report.described).toBe(0);
  expect(await described()).toHaveLength(10);
});

it("takes photos from a stream of unknown length", async () => {
  async function* stream() {
    for (const photo of numbered(7)) yield await Promise.resolve(photo);
  }
  const { report, store } = await run(stream(), { jobs: 2, batchSize: 2 });
  expect([report.described, store.size]).toEqual([7, 7]);
});

it("gives every process something to do, however large the batches", async () => {
  await run(numbered(4), { jobs: 2, batchSize: 100 });
  expect(await segments()).toHaveLength(2);
});

it("loses no more than the photo that kills the process", async () => {
  const names = ["a", "b", "poison", "c", "d"];
  const { report, store } = await run(names.map(photoNamed), { jobs: 1, batchSize: 5 });
  expect(report).toEqual({ described: 4, unreadable: 0, poisonous: 1 });
  expect(store.get(shaOf("poison"))).toMatchObject({
    error: { kind: "engineFailed", message: "SIGKILL" },
  });
  expect(names.every((name) => store.has(shaOf(name)))).toBe(true);
  // The first process, one after the batch died, one after the photo died alone.
  expect(await starts()).toHaveLength(3);
});

it("keeps what the engine said before it failed", async () => {
  const { store } = await run(["a", "throws"].map(photoNamed), { jobs: 1 });
  expect(store.get(shaOf("throws"))).toMatchObject({ error: { message: "out of memory" } });
  expect(store.get(shaOf("a"))?.ok).toBe(true);
});

it("believes a photo that did not kill the process a second time", async () => {
  const { report, store } = await run(["once"].map(photoNamed), { jobs: 1 });
  expect(report).toEqual({ described: 1, unreadable: 0, poisonous: 0 });
  expect(store.get(shaOf("once"))?.ok).toBe(true);
});

it("tries a file that cannot be read again in the next run", async () => {
  const { report, store } = await run(["a", "gone"].map(photoNamed), { jobs: 1 });
  expect(report).toEqual({ described: 1, unreadable: 1, poisonous: 0 });
  expect(store.has(shaOf("gone"))).toBe(false);
});

it("blames the machine when every photo kills the process", async () => {
  const photos = [1, 2, 3, 4].map((i) => photoNamed(`poison ${i}`));
  await expect(run(photos, { jobs: 1 })).rejects.toThrow("die of every photo");
  expect(await segments()).toEqual([]);
});

it("stops when a process cannot start, or cannot write", async () => {
  await expect(run([photoNamed("full")], { jobs: 1 })).rejects.toThrow("ENOSPC");
  await writeFile(join(dir, "broken"), "");
  await expect(run(numbered(2), { jobs: 2 })).rejects.toThrow("did not start: status 3");
});

it("keeps to its shard, and all shards together leave nothing out", async () => {
  const photos = numbered(20);
  for (const index of [1, 2, 3]) {
    const shard = { index, count: 3 };
    const { report } = await run(photos, { jobs: 1, shard });
    expect(report.described).toBe(photos.filter(({ sha256 }) => isInShard(sha256, shard)).length);
  }
  expect((await openDescriptionStore(dir, "v1")).size).toBe(20);
});

it("describes the photos of a damaged segment again, and mends it", async () => {
  await run(numbered(6), { jobs: 1, batchSize: 3 });
  const [name] = await segments();
  const path = join(storeFolder(dir, "descriptions", "v1"), name!);
  const before = await readFile(path, "utf8");
  await truncate(path, 50);
  const { report, store } = await run(numbered(6), { jobs: 1, batchSize: 3 });
  expect([report.described, store.size]).toEqual([3, 6]);
  expect(await readFile(path, "utf8")).toBe(before);
});

it("describes the stock crop only of photos with faces", async () => {
  const random = seededRandom(1);
  await writeSegment(storeFolder(dir, "descriptions", "v1"), [
    descriptionLine(shaOf("nobody"), randomDescription(random, 0)),
    descriptionLine(shaOf("two"), randomDescription(random, 2)),
  ]);
  const store = await openDescriptionStore(dir, "v1");
  const photos = ["nobody", "two", "never described"].map(photoNamed);
  const report = await describeStockCrops(photos, store, { jobs: 1, workerScript });
  expect(report.described).toBe(1);
  expect(await described()).toEqual(["/photos/two"]);
  expect(await starts()).toEqual(["start describe-worker stock-crops"]);
});

async function run(photos: Parameters<typeof describePhotos>[0], options: DescribeOptions) {
  const store = await openDescriptionStore(dir, "v1");
  const report = await describePhotos(photos, store, { ...options, workerScript });
  return { report, store };
}

function numbered(count: number) {
  return Array.from({ length: count }, (_, i) => photoNamed(String(i)));
}

async function segments(): Promise<readonly string[]> {
  return readdir(storeFolder(dir, "descriptions", "v1")).catch(() => []);
}

async function logged(what: string): Promise<string[]> {
  const log = await readFile(join(dir, "log"), "utf8");
  return log.split("\n").filter((line) => line.startsWith(what));
}

function starts(): Promise<readonly string[]> {
  return logged("start");
}

async function described(): Promise<string[]> {
  return (await logged("photo")).map((line) => line.replace("photo ", ""));
}
