/**
 * Copies the network weights from the npm package @vladmandic/face-api into
 * `public/models`. `--write-manifest` renews `src/engine/modelManifest.json`
 * after an upgrade of the package; without it the package must agree with it.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import {
  layoutFile,
  MODEL_FILES,
  NETWORKS,
  weightsFile,
  type ModelFile,
} from "../../src/engine/modelManifest.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

const source = join(PROJECT_ROOT, "node_modules/@vladmandic/face-api/model");
const target = join(PROJECT_ROOT, "public/models");
const manifestPath = join(PROJECT_ROOT, "src/engine/modelManifest.json");

const names = NETWORKS.flatMap((network) => [layoutFile(network), weightsFile(network)]);
const files = await Promise.all(names.map(readModel));

if (process.argv.includes("--write-manifest"))
  await writeFile(manifestPath, `${JSON.stringify(files.map(describe), null, 2)}\n`);
else for (const file of files) refuseOther(describe(file));

await mkdir(target, { recursive: true });
await Promise.all(files.map(({ name, content }) => writeFile(join(target, name), content)));

async function readModel(name: string) {
  return { name, content: await readFile(join(source, name)) };
}

function describe({ name, content }: { name: string; content: Buffer }): ModelFile {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name, bytes: content.byteLength, sha256 };
}

function refuseOther({ name, bytes, sha256 }: ModelFile): void {
  const expected = MODEL_FILES.find((file) => file.name === name);
  if (expected?.bytes !== bytes || expected.sha256 !== sha256)
    throw new Error(`${name} is not the file that src/engine/modelManifest.json names.`);
}
