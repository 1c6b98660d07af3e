// A step of `npm run check`: builds a second time, from a copy of the sources in another
// folder, time zone and language, and compares every byte with `dist/`.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "./runProgram.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const copy = join(root, ".cache", "again");
/** What the build reads, beside the files of the root: its packages are the same ones. */
const SOURCES = ["src", "scripts", "public"];
const SBOM = "sbom.cdx.json";
const env = {
  ...process.env,
  TZ: "Pacific/Kiritimati",
  LANG: "ru_RU.UTF-8",
  // Where it is set it counts before LANG.
  LC_ALL: "ru_RU.UTF-8",
};

const first = readAll(dist);
const second = await buildAgain();
rmSync(copy, { recursive: true, force: true });
const names = [...new Set([...first.keys(), ...second.keys()])].sort();
const different = names.filter((name) => {
  const [one, other] = [first.get(name), second.get(name)];
  return !one || !other || !one.equals(other);
});
for (const name of different) console.error(`Not the same in two builds: ${name}`);
console.log(`Two builds: ${names.length - different.length} of ${names.length} files alike`);
process.exitCode = different.length === 0 && names.length > 0 ? 0 : 1;

/** The list of packages is written again where it was: nothing of it depends on the folder but its name. */
async function buildAgain() {
  copySources();
  const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel=error"];
  await orExit(run(process.execPath, vite, { cwd: copy, env }));
  await orExit(run("npm", ["run", "-s", "sbom"], { cwd: root, env }));
  return readAll(join(copy, "dist")).set(SBOM, readFileSync(join(dist, SBOM)));
}

function copySources() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const files = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const name of [...SOURCES, ...files.map(({ name }) => name)])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
}

async function orExit(running) {
  const { status } = await running;
  if (status !== 0) process.exit(status);
}

/** Content by path, relative to the folder. */
function readAll(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}
