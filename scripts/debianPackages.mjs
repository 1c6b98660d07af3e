import { spawnSync } from "node:child_process";

import { run } from "./runProgram.mjs";

/** Whether this is a Debian, or a system like it, that lets us install packages unasked. */
export function mayInstallPackages() {
  if (process.platform !== "linux" || !succeeds("apt-get", ["--version"])) return false;
  return process.getuid() === 0 || succeeds("sudo", ["-n", "true"]);
}

/**
 * Installs the packages in the background, without what they only recommend.
 *
 * @returns what apt-get said, and whether it succeeded
 */
export async function installPackages(names) {
  // Its status says little: one of several mirrors may be out of reach.
  const update = await apt("update");
  const install = await apt("install", "-y", "--no-install-recommends", ...names);
  return { succeeded: install.status === 0, output: update.output + install.output };
}

async function apt(...args) {
  // Another process may hold the lock for a while; apt's own default is to fail at once.
  const command = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=600", ...args];
  const [program, ...rest] = process.getuid() === 0 ? command : ["sudo", "-n", ...command];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Kept for whom it may concern: other steps print meanwhile.
  return run(program, rest, { env, whole: true });
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
