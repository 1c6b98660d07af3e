import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { scanPeople, scanStrangers } from "./scan.ts";
import { openHashIndex, type HashIndex } from "./scan/hashIndex.ts";

const HEADER = "folder,name,presents_as,field,region,source,photos";
const JPEG = "\u00ff\u00d8\u00ff";
let dir: string;
let outside: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "scan-"));
  outside = await mkdtemp(join(tmpdir(), "outside-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true });
  await rm(outside, { recursive: true });
});

describe("a list of people", () => {
  it("names each folder's person; the files are sorted", async () => {
    await list('b,"B, the Second",woman,screen,russia,s,1', "a,A,man,sport,,s,2");
    await file("a/2.jpg", "two");
    await file("a/1.jpg", "one");
    await file("b/1.jpg", "one");

    const { people, problems } = await scan();
    expect(problems).toEqual([]);
    expect(people.map((p) => [p.id, p.name, p.region])).toEqual([
      ["a", "A", undefined],
      ["b", "B, the Second", "russia"],
    ]);
    expect(people[0]!.photos.map((p) => p.name)).toEqual(["a/1.jpg", "a/2.jpg"]);
    expect(people[0]!.photos[0]!.sha256).toBe(people[1]!.photos[0]!.sha256);
  });

  it("need not say more than folder and name", async () => {
    await writeFile(join(dir, "people.csv"), "folder,name,presents_as\na,A,\n");
    await file("a/1.jpg", "one");
    const { people } = await scan();
    expect(people).toMatchObject([
      { id: "a", name: "A", presentsAs: undefined, source: undefined },
    ]);
  });

  it.each([
    [["a,A,man,sport,,s,0", "a,A,man,sport,,s,0"], "the folder a twice"],
    [["../a,A,man,sport,,s,0"], "the name of a folder"],
    [["..,A,man,sport,,s,0"], "the name of a folder"],
    [["a,A,man,football,,s,0"], "football"],
    [["a,,man,sport,,s,0"], "Invalid length"],
  ])("stops at %j", async (rows, message) => {
    await list(...rows);
    await expect(scan()).rejects.toThrow(message);
  });

  it("stops without a column it needs", async () => {
    await writeFile(join(dir, "people.csv"), "folder\na\n");
    await expect(scan()).rejects.toThrow("name");
  });

  it("reports a folder that is missing and one that is not listed", async () => {
    await list("gone,G,man,sport,,s,0", "a,A,man,sport,,s,1");
    await file("a/1.jpg", "one");
    await file("b/1.jpg", "two");
    const { people, problems } = await scan();
    expect(people.map(({ id, photos }) => [id, photos.length])).toEqual([
      ["a", 1],
      ["gone", 0],
    ]);
    expect(kinds(problems)).toEqual(["b unlistedFolder", "gone missingFolder"]);
  });
});

it("takes bare folders for people", async () => {
  await file("jane_doe/1.jpg", "one");
  await file("Ann Lee/1.jpg", "two");
  const { people, problems } = await scan();
  expect(problems).toEqual([]);
  expect(people.map(({ id, name, photos }) => [id, name, photos[0]!.name])).toEqual([
    ["ann-lee", "Ann Lee", "Ann Lee/1.jpg"],
    ["jane-doe", "Jane Doe", "jane_doe/1.jpg"],
  ]);
});

it("passes over in silence what systems and the collecting stage leave there", async () => {
  for (const name of [".DS_Store", "Thumbs.db", "desktop.ini", "1.jpg.json", ".hidden.jpg"])
    await file(`a/${name}`, "x");
  await file("a/1.jpg", "one");
  await file(".git/1.jpg", "one");
  const { people, problems } = await scan();
  expect(people.flatMap(({ photos }) => photos.map(({ name }) => name))).toEqual(["a/1.jpg"]);
  expect(problems).toEqual([]);
});

it("reports what is no photo, and knows one without an ending by its first bytes", async () => {
  await file("a/notes.txt", "words");
  await file("a/film.mp4", "\0\0\0\u0018ftypmp42");
  await file("a/no ending", JPEG);
  await file("a/IMG.HEIC", "x");
  await file("a/more/1.jpg", "one");
  await mkdir(join(dir, "empty"));
  const { people, problems } = await scan();
  expect(people[0]!.photos.map(({ name }) => name)).toEqual(["a/IMG.HEIC", "a/no ending"]);
  expect(kinds(problems)).toEqual([
    "a/film.mp4 notAPhoto",
    "a/more nestedFolder",
    "a/notes.txt notAPhoto",
    "empty emptyFolder",
  ]);
});

it("reports links and follows none, wherever they lead", async () => {
  await writeFile(join(outside, "secret.jpg"), "secret");
  await file("a/1.jpg", "one");
  await symlink(join(outside, "secret.jpg"), join(dir, "a", "out.jpg"));
  await symlink("1.jpg", join(dir, "a", "inside.jpg"));
  await symlink("nowhere", join(dir, "a", "dangling.jpg"));
  await symlink("..", join(dir, "a", "circle"));
  await symlink(outside, join(dir, "folder"));
  const { people, problems } = await scan();
  expect(people.map(({ id, photos }) => [id, photos.length])).toEqual([["a", 1]]);
  expect(kinds(problems)).toEqual([
    "a/circle symlink",
    "a/dangling.jpg symlink",
    "a/inside.jpg symlink",
    "a/out.jpg symlink",
    "folder symlink",
  ]);
});

it("follows no link that the list names as a person's folder", async () => {
  await symlink(outside, join(dir, "a"));
  await list("a,A,man,sport,,s,1");
  const { people, problems } = await scan();
  expect(people[0]!.photos).toEqual([]);
  expect(kinds(problems)).toEqual(["a symlink"]);
});

it.skipIf(process.platform === "win32")("passes over what is no file at all", async () => {
  await file("a/1.jpg", "one");
  const server = createServer().listen(join(dir, "a", "socket.jpg"));
  await once(server, "listening");
  expect(kinds((await scan()).problems)).toEqual(["a/socket.jpg notAFile"]);
  server.close();
});

it("goes on after a file that cannot be read", async () => {
  await file("a/1.jpg", "one");
  await file("a/2.jpg", "two");
  const hashes: HashIndex = {
    sha256Of: (path) =>
      path.endsWith("1.jpg") ? Promise.reject(new Error("EIO")) : Promise.resolve("hash"),
    read: 0,
    save: () => Promise.resolve(),
  };
  const { people, problems } = await scanPeople(dir, hashes);
  expect(people[0]!.photos.map(({ name }) => name)).toEqual(["a/2.jpg"]);
  expect(problems).toEqual([{ name: "a/1.jpg", kind: "unreadable", message: "EIO" }]);
});

it("reads strangers without a list", async () => {
  await file("x/1.jpg", "one");
  await file("y/1.jpg", "two");
  await file("y/notes.txt", "words");
  const { strangers, problems } = await scanStrangers(dir, await index());
  expect(strangers.map((photos) => photos.length)).toEqual([1, 1]);
  expect(kinds(problems)).toEqual(["y/notes.txt notAPhoto"]);
});

function index(): Promise<HashIndex> {
  return openHashIndex(outside, dir);
}

async function scan() {
  return scanPeople(dir, await index());
}

function kinds(problems: readonly { readonly name: string; readonly kind: string }[]) {
  return problems.map(({ name, kind }) => `${name} ${kind}`).sort();
}

function list(...rows: string[]): Promise<void> {
  return writeFile(join(dir, "people.csv"), [HEADER, ...rows, ""].join("\n"));
}

async function file(name: string, content: string): Promise<void> {
  await mkdir(join(dir, name, ".."), { recursive: true });
  await writeFile(join(dir, name), content, "latin1");
}
