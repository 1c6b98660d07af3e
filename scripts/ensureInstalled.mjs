import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of package-lock.json into `root` when they are missing
 * or older than the lock file, and runs no script of theirs. Exits the process when npm fails.
 */
export function ensureInstalled(root) {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;

  // What a command prints belongs to its caller (`faces` prints JSON lines), so npm talks on stderr.
  // An .npmrc counts only in the folder that it lies in: what it says is said here, too.
  const flags = ["--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", ["ci", ...flags], {
    cwd: root,
    stdio: ["ignore", 2, "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("npm ci failed: see its message above.");
    process.exit(status ?? 1);
  }
}
