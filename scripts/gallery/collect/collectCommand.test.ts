import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { addCollectCommand } from "./collectCommand.ts";
import { startFakeWiki, type FakeWiki } from "./fakeWiki.ts";

let dir: string;
let wiki: FakeWiki;
let said: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "collect-command-"));
  wiki = await startFakeWiki({
    people: [{ id: "Q1", labels: { en: "Ada" }, claims: { P31: ["Q5"], P18: ["a.jpg"] } }],
    files: [{ name: "a.jpg" }],
  });
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await wiki.close();
  await rm(dir, { recursive: true });
});

it("collects the names of the list and of the line, and says what came of it", async () => {
  await writeFile(join(dir, "list.txt"), "Ada\n");
  await run("Q404", "--list", join(dir, "list.txt"), "--limit", "5");
  expect(await readFile(join(dir, "out", "people.csv"), "utf8")).toContain("ada,Ada,,,,");
  expect(said).toContain("Ada (Q1): 1 photos in ada, 1 of them new");
  expect(said).toContain("Q404: FAILED, no human of exactly this name");
  expect(said).toContain("1 photos of 1 people; 1 of 2 failed");
  expect(process.exitCode).toBe(1);
});

it("leaves the exit status alone when all went well", async () => {
  await run("Ada", "--originals");
  expect(process.exitCode).toBeUndefined();
});

it("refuses nobody, and numbers that are none", async () => {
  await expect(run()).rejects.toThrow("Name somebody");
  await expect(run("Ada", "--limit", "0")).rejects.toThrow("a whole number from 1");
  expect(wiki.asked).toEqual([]);
});

async function run(...args: readonly string[]): Promise<void> {
  const program = new Command().exitOverride();
  addCollectCommand(program);
  for (const command of program.commands) command.exitOverride();
  const fixed = ["--out", join(dir, "out"), "--contact", "me@example.org", "--gap", "0"];
  const apis = ["--wikidata", `${wiki.base}/w`, "--commons", `${wiki.base}/c`];
  await program.parseAsync(["collect", ...args, ...fixed, ...apis], { from: "user" });
}
