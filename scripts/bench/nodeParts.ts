/** The parts that need no browser: scripts of their own, each in its own process. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { PROJECT_ROOT } from "../projectRoot.ts";
import type { BuilderFigures, RankingFigures, TrainingFigures } from "./results.ts";

/** Training with scikit-learn in all its settings takes minutes. */
const LIMIT_MS = 20 * 60_000;
const MAX_OUTPUT_BYTES = 10 * 2 ** 20;

export function measureRanking(): Promise<readonly RankingFigures[]> {
  return runScript("ranking.ts", []);
}

/** Photos described per second beside face-api's own loop. */
export async function measureBuilder(folder: string, every: number): Promise<BuilderFigures> {
  return runScript("describing.ts", ["--photos", folder, "--every", String(every)]);
}

/** Against scikit-learn where the Python has it; else our own time only. */
export async function measureTraining(python: string): Promise<TrainingFigures> {
  const hasSklearn = await run(python, ["-c", "import sklearn"]).then(
    () => true,
    () => false,
  );
  const args = hasSklearn ? ["--python", python] : ["--no-sklearn"];
  const figures = await runScript<TrainingFigures>("training.ts", args);
  return { ...figures, comparison: hasSklearn ? figures.comparison : [] };
}

async function runScript<T>(script: string, args: readonly string[]): Promise<T> {
  const runner = join(PROJECT_ROOT, "scripts", "run.mjs");
  return JSON.parse(await run(process.execPath, [runner, `bench/${script}`, ...args])) as T;
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, {
    timeout: LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout;
}
