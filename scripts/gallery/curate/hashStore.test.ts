import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { PhotoFile } from "../scan.ts";
import { hashPhotos } from "./hashStore.ts";
import { pictureDistance } from "./perceptualHash.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "hashes-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("hashes photos, and knows copies by it", async () => {
  const png = await photo("a.png", await stripes().png().toBuffer());
  const jpeg = await photo("b.jpg", await stripes().resize(40).jpeg().toBuffer());
  const hashes = await hashPhotos([png, jpeg], dir);
  expect(pictureDistance(hashes.get(png.sha256)!, hashes.get(jpeg.sha256)!)).toBeLessThan(4);
});

it("does not decode a photo again, good or bad", async () => {
  const photos = [
    await photo("a.png", await stripes().png().toBuffer()),
    await photo("b.png", Buffer.from("no image")),
    await photo("c.png", await blank()),
  ];
  const hashes = await hashPhotos(photos, dir);
  expect(photos.map(({ sha256 }) => hashes.has(sha256))).toEqual([true, true, true]);
  expect(hashes.get(photos[0]!.sha256)).toBeDefined();
  expect(hashes.get(photos[1]!.sha256)).toBeUndefined();
  expect(hashes.get(photos[2]!.sha256)).toBeUndefined();

  const gone = photos.map((one) => ({ ...one, path: join(dir, "gone.png") }));
  expect(await hashPhotos(gone, dir)).toEqual(hashes);
  expect(await batches()).toHaveLength(1);
});

it("tries a file again that could not be read", async () => {
  const good = await photo("a.png", await stripes().png().toBuffer());
  const unreadable = { ...good, path: join(dir, "not-yet.png") };
  expect((await hashPhotos([unreadable], dir)).has(good.sha256)).toBe(false);
  expect((await hashPhotos([good], dir)).get(good.sha256)).toBeDefined();
});

it("adds what is new beside what is known, and leaves no unfinished file", async () => {
  const first = await photo("a.png", await stripes().png().toBuffer());
  const second = await photo("b.png", await stripes().negate().png().toBuffer());
  await hashPhotos([first], dir);
  const [batch] = await batches();
  const before = await readFile(batch!, "utf8");
  expect((await hashPhotos([first, second], dir)).size).toBe(2);
  expect(await readFile(batch!, "utf8")).toBe(before);
  const files = await readdir(dir, { recursive: true });
  expect(files.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(await batches()).toHaveLength(2);
});

it("refuses what it did not write", async () => {
  await hashPhotos([await photo("a.png", await stripes().png().toBuffer())], dir);
  const [batch] = await batches();
  await writeFile(batch!, "0123\n");
  await expect(hashPhotos([], dir)).rejects.toThrow("damaged cache entry");
});

async function photo(name: string, bytes: Buffer): Promise<PhotoFile> {
  const path = join(dir, name);
  await writeFile(path, bytes);
  return { name: `a/${name}`, path, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function stripes() {
  const pixels = Uint8Array.from({ length: 64 * 64 }, (_, i) => (i % 64) * 3 + (i >> 6) * (i % 3));
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 1 } });
}

function blank(): Promise<Buffer> {
  const background = { r: 9, g: 9, b: 9 };
  return sharp({ create: { width: 20, height: 20, channels: 3, background } })
    .png()
    .toBuffer();
}

async function batches(): Promise<readonly string[]> {
  const folder = (await readdir(dir)).find((name) => name.startsWith("perceptual-hashes-"))!;
  return (await readdir(join(dir, folder))).map((name) => join(dir, folder, name));
}
