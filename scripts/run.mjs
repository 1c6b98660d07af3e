// Bundles one script of this folder with the app's own resolution rules and runs it:
// `node scripts/run.mjs commands/faces.ts ARGUMENTS`. What runs in Node is thereby
// the same engine, compiled the same way, that runs in the browser.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "./ensureInstalled.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [script, ...args] = process.argv.slice(2);
ensureInstalled(root);

const { bundleScript } = await import("./bundleScript.mjs");
const bundle = await bundleScript(root, resolve(root, "scripts", script));
try {
  const { status, signal } = spawnSync(process.execPath, [bundle, ...args], {
    // npm changes into the package's folder; file arguments are the caller's.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: "inherit",
  });
  process.exitCode = signal ? 1 : (status ?? 1);
} finally {
  rmSync(dirname(bundle), { recursive: true, force: true });
}
