import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

import { decodePortraitPack } from "../../src/gallery/portraitPack.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { packPortraits } from "./portraitPackPlugin.ts";

it("packs every portrait of the shipped gallery, the same bytes each time", async () => {
  const folder = join(PROJECT_ROOT, "public", "gallery");
  const pack = await packPortraits(folder);
  expect(Buffer.compare(await packPortraits(folder), pack)).toBe(0);
  const unpacked = decodePortraitPack(Uint8Array.from(pack));
  if (!unpacked.ok) throw new Error(unpacked.error.expected);
  expect(unpacked.value.size).toBe((await readdir(join(folder, "portraits"))).length);
  for (const [path, content] of unpacked.value)
    expect(Buffer.compare(content, await readFile(join(folder, path))), path).toBe(0);
});
