import { spawn, spawnSync } from "node:child_process";

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
  return { succeeded: install.succeeded, output: update.output + install.output };
}

async function apt(...args) {
  // Another process may hold the lock for a while; apt's own default is to fail at once.
  const command = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=600", ...args];
  const [program, ...rest] = process.getuid() === 0 ? command : ["sudo", "-n", ...command];
  return runQuietly(program, rest, { DEBIAN_FRONTEND: "noninteractive" });
}

/** Keeps what a program says for whom it may concern: other steps print meanwhile. */
export function runQuietly(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => {
        output += text;
      });
    child.on("error", (error) => resolve({ succeeded: false, output: output + error.message }));
    child.on("close", (status) => resolve({ succeeded: status === 0, output }));
  });
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
