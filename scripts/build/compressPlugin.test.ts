import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";

import { compressFolder } from "./compressPlugin.ts";

let dist: string;

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), "compress-"));
  await mkdir(join(dist, "assets"));
});

afterEach(() => rm(dist, { recursive: true }));

it("lays both forms beside what gains from them, and nothing beside the rest", async () => {
  const text = "the same again ".repeat(100);
  for (const name of ["assets/a.js", "index.html", "portrait.webp", "font.woff2"])
    await writeFile(join(dist, name), text);
  await writeFile(join(dist, "assets/tiny.js"), "1");

  await compressFolder(dist);

  const names = (await readdir(dist, { recursive: true })).filter((name) =>
    /\.(br|gz)$/.test(name),
  );
  expect(names.sort()).toEqual([
    "assets/a.js.br",
    "assets/a.js.gz",
    "index.html.br",
    "index.html.gz",
  ]);
  expect(brotliDecompressSync(await readFile(join(dist, "index.html.br"))).toString()).toBe(text);
  expect(gunzipSync(await readFile(join(dist, "index.html.gz"))).toString()).toBe(text);
});
