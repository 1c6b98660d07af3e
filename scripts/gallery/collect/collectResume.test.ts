import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { ADA_CONTENT, openBench, titlePart, type Bench } from "./collectTesting.ts";
import { isDownload } from "./fakeWiki.ts";

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

it("fetches nothing again, and gives the same bytes", async () => {
  await bench.collect(["Q1", "Q2"]);
  const before = await bench.contents();
  bench.wiki.asked.length = 0;
  const { people } = await bench.collect(["Q1", "Q2"]);
  expect(bench.wiki.asked.filter(isDownload)).toEqual([]);
  expect(people.map((p) => p.kind === "collected" && p.collection.fetched)).toEqual([0, 0]);
  expect(await bench.contents()).toEqual(before);
});

it("resumes a run that was stopped in the middle, to the same bytes", async () => {
  await bench.collect(["Q1", "Q2"]);
  const undisturbed = await bench.contents();
  const downloads = bench.wiki.asked.filter(isDownload).length;
  await rm(bench.dir, { recursive: true });

  const stop = new Error("killed");
  let left = 2;
  const fetch: typeof globalThis.fetch = (input, init) => {
    if (input instanceof URL && input.pathname.startsWith("/scaled/") && left-- === 0) throw stop;
    return globalThis.fetch(input, init);
  };
  const sleep = (ms: number) => (left < 0 ? Promise.reject(stop) : bench.wiki.world.sleep(ms));
  await expect(
    bench.collect(["Q1", "Q2"], { world: { ...bench.wiki.world, fetch, sleep } }),
  ).rejects.toThrow("killed");
  await writeFile(join(bench.dir, "ada-one", "half.jpg.123.tmp"), "half");
  bench.wiki.asked.length = 0;

  await bench.collect(["Q1", "Q2"]);
  expect(bench.wiki.asked.filter(isDownload)).toHaveLength(downloads - 2);
  expect(await bench.contents()).toEqual(undisturbed);
});

it("fetches again what is damaged, newer on Commons, or wanted in another size", async () => {
  const [photo] = (await bench.collectOne("Q1", { limit: 1 })).collection.photos;
  await writeFile(join(bench.dir, "ada-one", photo!), "damaged");
  expect((await bench.collectOne("Q1", { limit: 1 })).collection.fetched).toBe(1);

  bench.wiki.content = { ...ADA_CONTENT, files: [{ name: "portrait.jpg", sha1: "1".repeat(40) }] };
  expect((await bench.collectOne("Q1", { limit: 1 })).collection.fetched).toBe(1);
  expect((await bench.collectOne("Q1", { limit: 1, widthPx: 960 })).collection.fetched).toBe(1);
  expect((await bench.collectOne("Q1", { limit: 1, widthPx: 960 })).collection.fetched).toBe(0);
});

it("names the photos that a smaller limit leaves over", async () => {
  await bench.collectOne("Q1", { limit: 2 });
  const ada = await bench.collectOne("Q1", { limit: 1 });
  expect(ada.leftOver.map(titlePart)).toEqual(["a"]);
});
