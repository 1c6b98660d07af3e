import { expect, it } from "vitest";

import { cacheName } from "../shared/cacheNames.ts";
import { createWorld, fileOf, keyOf, SCOPE, textOf } from "./fileStoreTesting.ts";

const SHELL = cacheName("shell", SCOPE);
const DATA = cacheName("data", SCOPE);
const FILES = [fileOf("index.html", "start", "shell"), fileOf("models/a.bin", "weights", "data")];
const SITE = { "index.html": "start", "models/a.bin": "weights" };
const atOnce = () => Promise.resolve();

it("keeps each part in a cache of its own, and answers with it", async () => {
  const { store, caches, asked } = createWorld(SITE, FILES);
  expect(await store.isComplete()).toBe(false);
  await store.keepMissing(atOnce, () => undefined);

  expect(caches.sizes()).toEqual({ [SHELL]: 1, [DATA]: 1 });
  expect(await store.isComplete()).toBe(true);
  const file = store.fileAt(`${SCOPE}models/a.bin?x#y`)!;
  const answer = await store.answer(file, new Request(`${SCOPE}models/a.bin`));
  expect(answer.headers.get("content-length")).toBe(String("weights".length));
  expect(await answer.text()).toBe("weights");
  expect(asked).toHaveLength(2);
});

it("goes on where it stopped", async () => {
  const site: Record<string, string> = { "index.html": "start" };
  const { store, asked } = createWorld(site, FILES);
  await expect(store.keepMissing(atOnce, () => undefined)).rejects.toThrow("models/a.bin");
  site["models/a.bin"] = "weights";
  asked.length = 0;
  await store.keepMissing(atOnce, () => undefined);
  expect(asked).toEqual(["force-cache models/a.bin"]);
});

it("asks past the HTTP cache when that has another file, and refuses one of another release", async () => {
  const stale = createWorld({ ...SITE, "force-cache models/a.bin": "older" }, FILES);
  await stale.store.keepMissing(atOnce, () => undefined);
  expect(stale.asked.slice(1)).toEqual(["force-cache models/a.bin", "reload models/a.bin"]);

  const other = createWorld({ ...SITE, "models/a.bin": "newer" }, FILES);
  await expect(other.store.keepMissing(atOnce, () => undefined)).rejects.toThrow("this release");
});

it("takes what an earlier format kept, if it is the same", async () => {
  const { store, caches, asked } = createWorld(SITE, FILES);
  const workbox = await caches.port.open(`workbox-precache-v2-${SCOPE}`);
  await workbox.put(`${SCOPE}models/a.bin?__WB_REVISION__=1`, new Response("weights"));
  await workbox.put(`${SCOPE}index.html?__WB_REVISION__=1`, new Response("old start"));
  const fetched: string[] = [];
  await store.keepMissing(atOnce, (file, isFetched) => {
    if (isFetched) fetched.push(file.url);
  });
  expect(asked).toEqual(["force-cache index.html"]);
  expect(fetched).toEqual(["index.html"]);

  await store.prune();
  expect(caches.sizes()).toEqual({ [SHELL]: 1, [DATA]: 1 });
});

it("shares what two releases have in common, and then drops the rest", async () => {
  const { store, caches } = createWorld(SITE, FILES);
  await store.keepMissing(atOnce, () => undefined);
  const next = [fileOf("index.html", "new start", "shell"), fileOf("b.bin", "weights", "data")];
  const second = createWorld({ "index.html": "new start" }, next, caches);
  await second.store.keepMissing(atOnce, () => undefined);
  expect(second.asked).toEqual(["force-cache index.html"]);
  expect(caches.sizes()).toEqual({ [SHELL]: 2, [DATA]: 1 });

  await second.store.prune();
  expect(caches.sizes()).toEqual({ [SHELL]: 1, [DATA]: 1 });
});

it("replaces a damaged file, but never adds a missing one while it answers", async () => {
  const { store, caches } = createWorld(SITE, FILES);
  await store.keepMissing(atOnce, () => undefined);
  await (await caches.port.open(DATA)).put(keyOf(FILES[1]!), new Response("weightz"));
  // Another life of the worker: the first one has seen the file intact.
  const { store: later, asked } = createWorld(SITE, FILES, caches);
  expect(await later.isComplete()).toBe(false);
  const request = new Request(`${SCOPE}models/a.bin`);
  expect(await textOf(later.answer(FILES[1]!, request))).toBe("weights");
  expect(asked).toHaveLength(1);
  expect(await later.isComplete()).toBe(true);

  await caches.port.delete(DATA);
  expect(await textOf(later.answer(FILES[1]!, request))).toBe("weights");
  expect(caches.sizes()).toEqual({ [SHELL]: 1 });
});

it("lets the network answer when a damaged file cannot be replaced", async () => {
  const { store, caches } = createWorld(SITE, FILES);
  await store.keepMissing(atOnce, () => undefined);
  await (await caches.port.open(DATA)).put(keyOf(FILES[1]!), new Response("weightz"));
  const { store: later } = createWorld({ "models/a.bin": "of the next release" }, FILES, caches);
  const request = new Request(`${SCOPE}models/a.bin`);
  expect(await textOf(later.answer(FILES[1]!, request))).toBe("of the next release");
});
