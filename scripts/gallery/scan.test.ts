import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { scanPeople, scanStrangers } from "./scan.ts";

const HEADER = "folder,name,presents_as,field,region,source,photos";
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "scan-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("reads the list and the files of each folder, sorted", async () => {
  await list('b,"B, the Second",woman,screen,russia,s,1', "a,A,man,sport,,s,2");
  await file("a/2.jpg", "two");
  await file("a/1.jpg", "one");
  await file("a/.DS_Store", "");
  await file("b/1.jpg", "one");

  const people = await scanPeople(dir);
  expect(people.map((p) => [p.id, p.name, p.region])).toEqual([
    ["a", "A", undefined],
    ["b", "B, the Second", "russia"],
  ]);
  expect(people[0]!.photos.map((p) => p.name)).toEqual(["a/1.jpg", "a/2.jpg"]);
  expect(people[0]!.photos[0]!.sha256).toBe(people[1]!.photos[0]!.sha256);
});

it("stops at a folder named twice, a missing folder and a missing column", async () => {
  await list("a,A,man,sport,,s,0", "a,A,man,sport,,s,0");
  await expect(scanPeople(dir)).rejects.toThrow("the folder a twice");
  await list("gone,A,man,sport,,s,0");
  await expect(scanPeople(dir)).rejects.toThrow("gone");
  await writeFile(join(dir, "people.csv"), "folder\na\n");
  await expect(scanPeople(dir)).rejects.toThrow("name");
});

it("reads strangers without a list", async () => {
  await file("x/1.jpg", "one");
  await file("y/1.jpg", "two");
  expect((await scanStrangers(dir)).map((photos) => photos.length)).toEqual([1, 1]);
});

function list(...rows: string[]): Promise<void> {
  return writeFile(join(dir, "people.csv"), [HEADER, ...rows, ""].join("\n"));
}

async function file(name: string, content: string): Promise<void> {
  await mkdir(join(dir, name, ".."), { recursive: true });
  await writeFile(join(dir, name), content);
}
