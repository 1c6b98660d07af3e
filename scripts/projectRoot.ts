import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. Scripts run from a bundle somewhere below it, tests from their source. */
export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, "vite.config.ts"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("No vite.config.ts above this script.");
  return findRoot(parent);
}
