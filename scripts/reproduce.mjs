// A step of `npm run check`: builds a second time, in another folder, time zone and
// language, and compares every byte with `dist/`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "./runProgram.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const again = join(".cache", "again");
/** Not of this step's build: `npm run sbom` lays it there, and its own test looks after it. */
const ADDED_LATER = new Set(["sbom.cdx.json"]);

const { status } = await run(
  process.execPath,
  [
    "node_modules/vite/bin/vite.js",
    "build",
    "--outDir",
    again,
    "--emptyOutDir",
    "--logLevel=error",
  ],
  { cwd: root, env: { ...process.env, TZ: "Pacific/Kiritimati", LANG: "ru_RU.UTF-8" } },
);
if (status !== 0) process.exit(status);

const [first, second] = [listFiles("dist"), listFiles(again)];
const names = [...new Set([...first, ...second])].sort();
const different = names.filter(
  (name) => !first.has(name) || !second.has(name) || !read("dist", name).equals(read(again, name)),
);
for (const name of different) console.error(`Not the same in two builds: ${name}`);
console.log(`Two builds: ${names.length - different.length} of ${names.length} files alike`);
process.exitCode = different.length === 0 && names.length > 0 ? 0 : 1;

function listFiles(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const start = join(root, folder).length + 1;
  return new Set(paths.map((path) => path.slice(start)).filter((path) => !ADDED_LATER.has(path)));
}

function read(folder, name) {
  return readFileSync(join(root, folder, name));
}
