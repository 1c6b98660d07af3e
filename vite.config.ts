import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { faceApiFromSource } from "./scripts/build/faceApiFromSource.ts";
import { pageHead } from "./scripts/build/pageHeadPlugin.ts";
import { precache } from "./scripts/build/precachePlugin.ts";
import { strictPreview } from "./scripts/build/strictPreviewPlugin.ts";
import { upload } from "./scripts/build/uploadPlugin.ts";

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    faceApiFromSource(),
    pageHead(process.env["SITE_URL"]),
    precache(),
    upload(),
    strictPreview(),
  ],
  worker: {
    format: "es",
    plugins: () => [faceApiFromSource()],
    // Licence comments would nearly double the worker; the licences ship apart.
    rolldownOptions: { output: { comments: false } },
  },
  build: { target: "es2022" },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    server: { deps: { inline: [/@vladmandic\/face-api/, /@tensorflow\//] } },
    root: fileURLToPath(new URL(".", import.meta.url)),
  },
});
