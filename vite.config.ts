import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { compress } from "./scripts/build/compressPlugin.ts";
import { faceApiFromSource } from "./scripts/build/faceApiFromSource.ts";
import { licences } from "./scripts/build/licences/licencesPlugin.ts";
import { rememberFiles } from "./scripts/build/licences/shippedFiles.ts";
import { firstScreen } from "./scripts/build/firstScreenPlugin.ts";
import { pageHead } from "./scripts/build/pageHeadPlugin.ts";
import { portraitPack } from "./scripts/build/portraitPackPlugin.ts";
import { precache } from "./scripts/build/precachePlugin.ts";
import { strictPreview } from "./scripts/build/strictPreviewPlugin.ts";
import { upload } from "./scripts/build/uploadPlugin.ts";

/** Of packages, in the bundles of the page and its workers: what licences.json has to name. */
const shippedFiles = new Set<string>();

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    faceApiFromSource(),
    pageHead(process.env["SITE_URL"]),
    rememberFiles(shippedFiles),
    licences(shippedFiles),
    firstScreen(),
    portraitPack(),
    precache(),
    compress(),
    upload(),
    strictPreview(),
  ],
  // Its other module is compiled for browsers that could not run the rest: 1 kB more before the first screen.
  resolve: { alias: { "workbox-window": "workbox-window/build/workbox-window.prod.mjs" } },
  worker: {
    format: "es",
    plugins: () => [faceApiFromSource(), rememberFiles(shippedFiles)],
    // Licence comments would nearly double the worker; the licences ship apart.
    rolldownOptions: { output: { comments: false } },
  },
  build: {
    target: "es2022",
    // One file for all that the first screen needs: a dozen small ones would each wait for an answer.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "page", test: /src\/main\.tsx$/ }] } },
    },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    // By itself Vitest leaves one core free: of two that is half.
    maxWorkers: "100%",
    server: { deps: { inline: [/@vladmandic\/face-api/, /@tensorflow\//] } },
    root: fileURLToPath(new URL(".", import.meta.url)),
  },
});
