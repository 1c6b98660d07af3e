import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { run } from "./runProgram.mjs";

/** Where the test runners write their reports for machines, relative to the project. */
export const REPORTS = {
  unit: join(".cache", "reports", "unit.json"),
  e2e: join(".cache", "reports", "e2e.json"),
};

/**
 * Every step of `npm run check`: a name, and the npm script behind it. The stages follow one
 * another; the rows of a stage run at once, each on the one core that its steps can use.
 */
const STAGES = [
  [[{ name: "weights", npm: ["models"] }]],
  [
    [{ name: "lint", npm: ["lint"] }],
    [
      { name: "advisories", npm: ["advisories"] },
      { name: "typecheck", npm: ["typecheck"] },
      { name: "format", npm: ["format"] },
      { name: "unused", npm: ["unused"] },
    ],
  ],
  [
    [
      {
        name: "unit",
        npm: [
          ...["unit", "--", "--reporter=default", "--reporter=json"],
          `--outputFile=${REPORTS.unit}`,
        ],
      },
    ],
  ],
  [
    [
      { name: "build", npm: ["build"] },
      { name: "budgets", script: "budgets.mjs" },
      { name: "reproducible", script: "reproduce.mjs" },
    ],
  ],
];

/**
 * Runs the stages one after another and prints each step with its time.
 *
 * @param keepGoing run the steps after a failed one too
 * @returns the names of the steps that failed
 */
export async function runChecks(root, { keepGoing }) {
  mkdirSync(join(root, ".cache", "reports"), { recursive: true });
  const failed = [];
  for (const rows of STAGES) {
    const inTurn = async (steps) => {
      for (const step of steps) {
        const passed = await runStep(root, step, { whole: rows.length > 1 });
        if (!passed) failed.push(step.name);
        if (!passed && !keepGoing) break;
      }
    };
    await Promise.all(rows.map(inTurn));
    if (failed.length > 0 && !keepGoing) break;
  }
  return failed;
}

/**
 * One named step, its heading above its output and its verdict below.
 *
 * @param whole prints all of it at its end, for steps that run beside others
 */
export async function runStep(
  root,
  { name, npm, script, program, args, env },
  { whole = false } = {},
) {
  const heading = `\n── ${name}`;
  if (!whole) console.log(heading);
  const startedAt = performance.now();
  const options = { cwd: root, env, whole };
  const { status, output } = npm
    ? await run("npm", ["run", "-s", ...npm], options)
    : await run(program ?? process.execPath, args ?? [join(root, "scripts", script)], options);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (whole) console.log(`${heading}\n${output}`.trimEnd());
  console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return status === 0;
}
