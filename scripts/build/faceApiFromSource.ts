import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/**
 * Compiles `@vladmandic/face-api` from the TypeScript it ships instead of its
 * bundles: those carry a second, whole tfjs. The one tfjs that it then gets is
 * the slim one of `src/engine/worker/tfjs.ts`, so that unused kernels and
 * networks fall away.
 */
export function faceApiFromSource(): Plugin {
  const packageJson = createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json");
  const source = packageJson.replace(/package\.json$/, "src/index.ts");
  const tfjs = fileURLToPath(new URL("../../src/engine/worker/tfjs.ts", import.meta.url));
  return {
    name: "face-api-from-source",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "@vladmandic/face-api") return source;
      const isItsTfjs = /\/dist\/tfjs\.esm(\.js)?$/.test(id) && importer?.includes("face-api");
      return isItsTfjs ? tfjs : undefined;
    },
  };
}
