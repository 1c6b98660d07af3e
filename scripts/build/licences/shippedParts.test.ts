import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { decodeLicences } from "../../../src/app/licences.ts";
import { insideParts } from "./insideParts.ts";
import { toJson } from "./licencesPlugin.ts";
import { readPackage } from "./readPackage.ts";
import { packageRoot } from "./shippedFiles.ts";
import { completeParts } from "./shippedPart.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ["/a/node_modules/react/cjs/react.js", "/a/node_modules/react"],
  ["/a/node_modules/@x/y/index.js", "/a/node_modules/@x/y"],
  ["/a/node_modules/x/node_modules/z/z.js", "/a/node_modules/x/node_modules/z"],
  ["C:\\a\\node_modules\\react\\react.js", "C:/a/node_modules/react"],
  ["/a/src/main.tsx", undefined],
  ["\0other", undefined],
])("finds the package of %s", (path, root) => {
  expect(packageRoot(path)).toBe(root);
});

it("knows what the build tool adds by itself", () => {
  expect(packageRoot("\0vite/preload-helper.js")).toMatch(/node_modules[\\/]vite$/);
});

it.each([
  ["git+https://github.com/a/b.git", "https://github.com/a/b"],
  ["git://github.com/a/b.git", "https://github.com/a/b"],
  ["git@github.com:a/b.git", "https://github.com/a/b"],
  ["a/b", "https://github.com/a/b"],
])("reads the address %s", async (repository, source) => {
  const root = await writePackage({ repository }, "licence.md");
  expect(await readPackage(root)).toEqual({
    name: "p",
    version: "1.0.0",
    licence: "MIT",
    source,
    text: "The words",
  });
});

it("stops a build with a package that names no licence, or one that nobody has read", async () => {
  const root = await writePackage({ repository: "a/b", license: undefined }, "LICENSE");
  await expect(readPackage(root)).rejects.toThrow("p names no licence");
  expect(() => completeParts([{ name: "q", licence: "BUSL-1.1", source: "https://q" }])).toThrow(
    "q has the licence BUSL-1.1",
  );
});

it("lends words that name no holder, and no others", () => {
  const part = (name: string, licence: string) => ({ name, licence, source: "https://x" });
  const parts = completeParts([
    { ...part("a", "Apache-2.0"), text: "Apache" },
    part("b", "Apache-2.0"),
    { ...part("c", "MIT"), text: "Copyright C" },
    part("d", "CC0-1.0"),
  ]);
  expect(parts.map(({ text }) => text)).toEqual(["Apache", "Apache", "Copyright C", undefined]);
  expect(() => completeParts([...parts, part("e", "MIT")])).toThrow("e came without the words");
});

it("names what lies inside others, and the page reads it as it was written", async () => {
  const parts = await insideParts();
  expect(parts.find(({ name }) => name.startsWith("libde265"))?.text).toContain(
    "GNU LESSER GENERAL PUBLIC LICENSE",
  );
  const json = toJson(completeParts(parts));
  expect(new Set(json.texts).size).toBe(json.texts.length);
  expect(decodeLicences(JSON.parse(JSON.stringify(json)))).toEqual({ ok: true, value: parts });
});

async function writePackage(change: object, licenceFile: string): Promise<string> {
  const root = await mkdtemp(join(folder, "p-"));
  const json = { name: "p", version: "1.0.0", license: "MIT", ...change };
  await writeFile(join(root, "package.json"), JSON.stringify(json));
  await writeFile(join(root, licenceFile), "The words\r\n");
  return root;
}
