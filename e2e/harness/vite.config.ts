import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

import { faceApiFromSource } from "../../scripts/build/faceApiFromSource.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("."),
  base: "./",
  publicDir: path("../../public"),
  plugins: [faceApiFromSource()],
  worker: { format: "es", plugins: () => [faceApiFromSource()] },
  build: { outDir: path("../../.cache/harness"), emptyOutDir: true, target: "es2022" },
});
