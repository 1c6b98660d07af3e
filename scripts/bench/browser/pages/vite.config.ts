import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

import { faceApiFromSource } from "../../../build/faceApiFromSource.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The pages of our own that are measured beside the app: from the app's modules, built like it. */
export default defineConfig({
  root: path("."),
  base: "./",
  publicDir: path("../../../../public"),
  plugins: [faceApiFromSource()],
  worker: {
    format: "es",
    plugins: () => [faceApiFromSource()],
    rolldownOptions: { output: { comments: false } },
  },
  build: {
    outDir: path("../../../../.cache/bench/pages"),
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: { input: { engine: path("engine.html"), networks: path("networks.html") } },
  },
});
