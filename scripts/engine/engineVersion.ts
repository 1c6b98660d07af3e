import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import { PROJECT_ROOT } from "../projectRoot.ts";

const ENTRY = "src/engine/worker/analysePhoto.ts";
const WEIGHTS = "src/engine/modelManifest.json";
const LIBRARIES = [
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-backend-wasm",
  "@vladmandic/face-api",
];

/**
 * A name for what the engine computes: a hash of every source that
 * `analysePhoto` reaches, of the weights and of the libraries' versions, so
 * that a cache of descriptors cannot outlive a change.
 *
 * Taken when the process starts, just after it was bundled: a source edited
 * during a long run must not lend its name to what the old code computes.
 */
export const ENGINE_VERSION = computeVersion();

function computeVersion(): string {
  const hash = createHash("sha256");
  for (const path of [...reachedFrom(join(PROJECT_ROOT, ENTRY)), join(PROJECT_ROOT, WEIGHTS)])
    hash.update(relative(PROJECT_ROOT, path)).update(readFileSync(path));
  for (const name of LIBRARIES) hash.update(`${name}@${versionOf(name)}`);
  return hash.digest("hex").slice(0, 16);
}

/** The file and everything it imports by a relative path, in a stable order. */
function reachedFrom(entry: string): readonly string[] {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, specifier] of readFileSync(path, "utf8").matchAll(
      /from "(\.[^"]+\.(?:ts|json))"/g,
    ))
      visit(resolve(dirname(path), specifier!));
  };
  visit(entry);
  return [...reached].sort();
}

function versionOf(name: string): string {
  const path = join(PROJECT_ROOT, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
