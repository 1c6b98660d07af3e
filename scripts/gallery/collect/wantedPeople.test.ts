import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { readWantedPeople, wantedByName } from "./wantedPeople.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "wanted-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("reads a name or id a line, commas and all", async () => {
  expect(await read("list.txt", "\uFEFF# people\r\nSammy Davis, Jr.\r\n\r\n Q42 \nQ42\n")).toEqual([
    { asked: "Sammy Davis, Jr." },
    { asked: "Q42" },
  ]);
});

it("reads people.csv, and a column for the id; says nothing of empty cells", async () => {
  const rows = [
    "person,folder,name,presents_as,field,region,source",
    "Q42,adams,Douglas Adams,man,,uk,lfw",
    ',,"Davis, Sammy",,music,,',
  ];
  expect(await read("people.CSV", rows.join("\n"))).toEqual([
    { asked: "Q42", folder: "adams", name: "Douglas Adams", presentsAs: "man", region: "uk" },
    { asked: "Davis, Sammy", name: "Davis, Sammy", field: "music" },
  ]);
});

it.each([
  ["nobody", "name\n", "names nobody"],
  ["a row without a name", "person,name\n,\nx,\n", "Row 1"],
  ["a way out of the folder", "name,folder\nx,../y\n", "no plain name"],
  ["a folder twice", "name,folder\nx,a\ny,a\n", "the folder a twice"],
  ["a field the gallery does not know", "name,field\nx,cooking\n", "cooking"],
  ["a gender the gallery does not know", "name,presents_as\nx,cat\n", "cat"],
])("refuses %s", async (_, text, message) => {
  await expect(read("list.csv", text)).rejects.toThrow(message);
});

it("takes a name once", () => {
  expect(wantedByName(["a", "b", "a"])).toEqual([{ asked: "a" }, { asked: "b" }]);
});

async function read(name: string, text: string) {
  await writeFile(join(dir, name), text);
  return readWantedPeople(join(dir, name));
}
