import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { Descriptor } from "../../../src/face/descriptor.ts";
import { fail, ok } from "../../../src/shared/result.ts";
import { describedFace } from "../testing.ts";
import { openPhotoCache, type DescribedFace } from "./photoCache.ts";

const SHA = "ab".repeat(32);
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "cache-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("gives back what it was given, to the last bit", async () => {
  const cache = openPhotoCache(dir, "v1");
  const description = ok({ width: 3, height: 4, faces: [face()] });
  await cache.put(SHA, description);
  expect(cache.has(SHA)).toBe(true);
  expect(await cache.get(SHA)).toEqual(description);
});

it("remembers that a photo cannot be read", async () => {
  const cache = openPhotoCache(dir, "v1");
  await cache.put(SHA, fail({ kind: "notAnImage", message: "a text" }));
  expect(await cache.get(SHA)).toMatchObject({ ok: false, error: { kind: "notAnImage" } });
});

it("forgets everything when the engine changes", async () => {
  await openPhotoCache(dir, "v1").put(SHA, ok({ width: 1, height: 1, faces: [] }));
  expect(openPhotoCache(dir, "v2").has(SHA)).toBe(false);
});

it("leaves no unfinished file behind", async () => {
  await openPhotoCache(dir, "v1").put(SHA, ok({ width: 1, height: 1, faces: [] }));
  const files = await readdir(dir, { recursive: true });
  expect(files.filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

function face(): DescribedFace {
  const descriptor = Float32Array.from({ length: 128 }, (_, i) => Math.sin(i + 1)) as Descriptor;
  const stockDescriptor = descriptor.map((x) => x / 2) as Descriptor;
  return { ...describedFace(descriptor, { roll: 0.1 }, [{ x: 1 / 3, y: 2 / 3 }]), stockDescriptor };
}
