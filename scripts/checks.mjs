import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { run } from "./runProgram.mjs";

/** Where the test runners write their reports for machines, relative to the project. */
export const REPORTS = {
  unit: join(".cache", "reports", "unit.json"),
  e2e: join(".cache", "reports", "e2e.json"),
};

/** Every step of `npm run check`, in order: a name, and the npm script behind it. */
const STEPS = [
  { name: "weights", npm: ["models"] },
  { name: "advisories", npm: ["advisories"] },
  { name: "typecheck", npm: ["typecheck"] },
  { name: "lint", npm: ["lint"] },
  { name: "format", npm: ["format"] },
  { name: "unused", npm: ["unused"] },
  {
    name: "unit",
    npm: ["unit", "--", "--reporter=default", "--reporter=json", `--outputFile=${REPORTS.unit}`],
  },
  { name: "build", npm: ["build"] },
  { name: "budgets", script: "budgets.mjs" },
  { name: "reproducible", script: "reproduce.mjs" },
];

/**
 * Runs the steps one after another and prints each with its time.
 *
 * @param keepGoing run the steps after a failed one too
 * @returns the names of the steps that failed
 */
export async function runChecks(root, { keepGoing }) {
  mkdirSync(join(root, ".cache", "reports"), { recursive: true });
  const failed = [];
  for (const step of STEPS) {
    if (!(await runStep(root, step))) failed.push(step.name);
    if (failed.length > 0 && !keepGoing) break;
  }
  return failed;
}

/** One named step, its heading above its output and its verdict below. */
export async function runStep(root, { name, npm, script, program, args, env }) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const status = npm
    ? await run("npm", ["run", "-s", ...npm], { cwd: root, env })
    : await run(program ?? process.execPath, args ?? [join(root, "scripts", script)], {
        cwd: root,
        env,
      });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return status === 0;
}
