import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { MODEL_FILES } from "../../src/engine/modelManifest.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

/**
 * The content of every weights file, by name, out of the installed package.
 *
 * @throws when a file is missing or is not the one the manifest names
 */
export async function readModels(): Promise<ReadonlyMap<string, Uint8Array>> {
  const require = createRequire(join(PROJECT_ROOT, "package.json"));
  const faceApi = dirname(require.resolve("@vladmandic/face-api/package.json"));
  const files = MODEL_FILES.map(async ({ name, sha256 }) => {
    const content = await readFile(join(faceApi, "model", name));
    if (createHash("sha256").update(content).digest("hex") !== sha256)
      throw new Error(`${name} is not the file that src/engine/modelManifest.json names.`);
    return [name, content] as const;
  });
  return new Map(await Promise.all(files));
}
