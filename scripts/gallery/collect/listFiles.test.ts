import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { writeLists, type PersonToList } from "./listFiles.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "lists-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("keeps other people's rows and sources, sorted, names with commas whole", async () => {
  await write("people.csv", "folder,name,presents_as,field,region,source\nzed,Z,man,sport,,mine\n");
  await write("sources.json", JSON.stringify([{ id: "mine", note: "n" }]));
  await writeLists(dir, [{ ...ADA, known: { name: 'Ada, "the" One' } }]);
  await writeLists(dir, [{ ...ADA, known: { name: "Another" } }]);
  expect(await read("people.csv")).toBe(
    [
      "folder,name,presents_as,field,region,source",
      'ada,"Ada, ""the"" One",,,,wikimedia-commons',
      "zed,Z,man,sport,,mine",
      "",
    ].join("\n"),
  );
  const sources = JSON.parse(await read("sources.json")) as readonly { readonly id: string }[];
  expect(sources.map(({ id }) => id)).toEqual(["mine", "wikimedia-commons"]);
});

it("believes who ordered before the file before Wikidata", async () => {
  await write("people.csv", "folder,name,field\nada,By Hand,music\n");
  const [row] = await writeLists(dir, [
    {
      ...ADA,
      given: { region: "mars", field: "" },
      known: { name: "Ada", field: "screen", presents_as: "woman" },
    },
  ]);
  expect(row).toMatchObject({
    name: "By Hand",
    field: "music",
    presents_as: "woman",
    region: "mars",
  });
});

it("leaves a Russian name that is there, and writes none where none is known", async () => {
  await write("people.ru.csv", "folder,name\nada,Ада Ручная\n");
  await writeLists(dir, [
    { ...ADA, russianName: "Ада" },
    { ...ADA, folder: "bob" },
  ]);
  expect(await read("people.ru.csv")).toBe("folder,name\nada,Ада Ручная\n");
});

it("stops at a list that is none", async () => {
  await write("people.csv", "folder,name\nx,y,z,a\n");
  await expect(writeLists(dir, [ADA])).rejects.toThrow();
  await write("people.csv", "name\ny\n");
  await expect(writeLists(dir, [ADA])).rejects.toThrow("folder");
});

const ADA: PersonToList = {
  folder: "ada",
  given: {},
  known: { name: "Ada" },
  russianName: undefined,
};

function read(name: string): Promise<string> {
  return readFile(join(dir, name), "utf8");
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(dir, name), text);
}
