// The page of e2e/harness, built and served, and how it is asked.
import { fileURLToPath } from "node:url";
import { build } from "vite";

import type {} from "../harness/harness.ts";
import type { PhotoFile } from "./photos.ts";
import { serveRelease, type ReleaseServer } from "./releaseServer.ts";

const FOLDER = fileURLToPath(new URL("../../.cache/harness", import.meta.url));
const CONFIG = fileURLToPath(new URL("../harness/vite.config.ts", import.meta.url));

/** Once for all tests: they run beside each other. */
export async function buildHarness(): Promise<void> {
  await build({ configFile: CONFIG, logLevel: "error" });
}

export function serveHarness(): Promise<ReleaseServer> {
  return serveRelease(FOLDER);
}

/** As the harness takes a file. */
export function dataUrl({ mimeType, buffer }: PhotoFile): string {
  return `data:${mimeType};base64,${buffer.toString("base64")}`;
}

/** Euclidean, of two descriptors. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}
