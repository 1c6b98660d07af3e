import { spawn } from "node:child_process";

const isWindows = process.platform === "win32";
const children = new Set();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
process.on("exit", endChildren);

/**
 * Ends this process when the npm that started it ends. Between the two stands a
 * shell, which dies of npm's SIGTERM without passing it on, and a server would stay behind.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || isWindows) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== shell) process.exit(1);
  }, 500);
  watch.unref();
}

/**
 * Runs a program in the foreground. It ends when this process ends, and so does
 * whatever it started.
 *
 * @param whole keeps what it prints, on either stream, for `output`
 * @returns its exit `status`, 1 when a signal ended it or it could not be started, and its `output`
 */
export function run(program, args, { cwd, env = process.env, whole = false }) {
  const stream = whole ? "pipe" : "inherit";
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["ignore", stream, stream],
      shell: isWindows && program === "npm",
      // A process group of its own, so that all of it can be ended.
      detached: !isWindows,
    });
    children.add(child);
    for (const printed of [child.stdout, child.stderr])
      printed?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      children.delete(child);
      resolve({ status: 1, output });
    });
    child.on(whole ? "close" : "exit", (status) => {
      children.delete(child);
      resolve({ status: status ?? 1, output });
    });
  });
}

function endChildren() {
  for (const child of children) {
    try {
      if (isWindows) child.kill();
      else process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has just ended by itself.
    }
  }
}
