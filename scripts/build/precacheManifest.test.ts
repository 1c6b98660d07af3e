import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { listPrecache } from "./precacheManifest.ts";

let dist: string;

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), "precache-"));
  await mkdir(join(dist, "models"));
  await mkdir(join(dist, "icons"));
  await mkdir(join(dist, "gallery", "portraits"), { recursive: true });
});

afterEach(async () => {
  await rm(dist, { recursive: true });
});

it("lists every file of the app, the large ones last, and nothing else", async () => {
  for (const name of [
    "sw.js",
    "index.html",
    "index.html.br",
    "index.html.gz",
    "app.js.map",
    "robots.txt",
    "sbom.cdx.json",
    "inter-greek-wght-normal-CkhJZR.woff2",
    "inter-latin-wght-normal-Dx4kXJ.woff2",
    "models/a.bin",
    "gallery/portraits/a.webp",
    "gallery/portraits.bin",
    "icons/zoë b.webp",
  ])
    await writeFile(join(dist, name), name);

  const urls = (await listPrecache(dist)).map(({ url }) => url);

  expect(urls).toEqual([
    "icons/zo%C3%AB%20b.webp",
    "index.html",
    "inter-latin-wght-normal-Dx4kXJ.woff2",
    "gallery/portraits.bin",
    "models/a.bin",
  ]);
});

it("gives a file its size and the hash of its content", async () => {
  await writeFile(join(dist, "index.html"), "abc");

  expect(await listPrecache(dist)).toEqual([
    {
      url: "index.html",
      // FIPS 180-4, the example of one block.
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      bytes: 3,
      part: "shell",
    },
  ]);
});

it("changes the hash when the content changes", async () => {
  await writeFile(join(dist, "index.html"), "one");
  const [before] = await listPrecache(dist);
  await writeFile(join(dist, "index.html"), "two");
  const [after] = await listPrecache(dist);

  expect(after?.sha256).not.toBe(before?.sha256);
});

it("tells what releases seldom change from what each brings", async () => {
  for (const name of ["app.js", "engine-1a2b.wasm", "models/a.bin", "models/a.json"])
    await writeFile(join(dist, name), name);

  const files = await listPrecache(dist);

  expect(files.filter(({ part }) => part === "data").map(({ url }) => url)).toEqual([
    "models/a.json",
    "engine-1a2b.wasm",
    "models/a.bin",
  ]);
});
