import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { editionOf, readEdition } from "./edition.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "edition-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("finds no gallery in an empty folder", async () => {
  expect(await readEdition(dir)).toEqual({ kind: "none" });
  expect(await readEdition(join(dir, "absent"))).toEqual({ kind: "none" });
});

it("reads the same edition from a folder as from the contents written there", async () => {
  const contents = new Map([
    ["gallery.json", `{"people":[{"id":"a","name":"A","photoCount":3,"shape":[]}]}`],
    ["metrics.json", `{"identification":{"top1":1}}`],
  ]);
  for (const [name, text] of contents) await writeFile(join(dir, name), text);
  expect(await readEdition(dir)).toEqual({ kind: "readable", edition: editionOf(contents) });
});

it.each([
  ["a gallery cut in the middle", `{"people":[{"id`],
  ["a gallery of another shape", `{"celebrities":[]}`],
])("says that it cannot read %s, and does not throw", async (_, text) => {
  await writeFile(join(dir, "gallery.json"), text);
  expect(await readEdition(dir)).toMatchObject({ kind: "unreadable" });
});
