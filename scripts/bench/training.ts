/**
 * Training against scikit-learn on the same synthetic descriptors, one after the other:
 * `node scripts/run.mjs bench/training.ts --classes 211 --photos 17`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";

import { assert } from "../../src/shared/assert.ts";
import {
  fitLogisticRegression,
  type LogisticFit,
} from "../../src/training/fitLogisticRegression.ts";
import type { LabelledSamples } from "../../src/training/labelledSamples.ts";
import { multinomialObjective } from "../../src/training/multinomialObjective.ts";
import { listOf, positiveNumber, wholeNumber } from "../commandLine.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { openTrainingThreads } from "../training/openTrainingThreads.ts";
import { syntheticDescriptors } from "./syntheticDescriptors.ts";

interface Flags {
  readonly classes: number;
  readonly photos: number;
  readonly c: number;
  readonly seed: number;
  readonly tolerance: readonly number[];
  readonly threads: number;
  readonly iterations: readonly number[];
  readonly blasThreads: readonly string[];
  readonly python: string;
  readonly sklearn: boolean;
}

interface Run {
  readonly seconds: number;
  /** Of all cores together. */
  readonly cpuSeconds: number;
  readonly iterations: number;
  /** Peak memory of the whole process. */
  readonly peakMB: number;
}

interface OurRun extends Run {
  readonly gradientTolerance: number;
  readonly evaluations: number;
  /** By `multinomialObjective`, as scikit-learn's. */
  readonly objective: number;
}

interface SklearnRun extends Run {
  readonly version: string;
  readonly tol: number;
  readonly maxIterations: number;
  readonly blasThreads: string;
  readonly objective: number;
  /** Above the least objective that we found. */
  readonly relativeExcess: number;
}

/** scikit-learn's default. */
const FIRST_TOL = 1e-4;
const LAST_TOL = 1e-7;
/** What is asked of both. */
const SAME_OBJECTIVE = 1e-5;

const program = new Command("training")
  .description("Times the fit of a multinomial logistic regression, ours and scikit-learn's.")
  .option("--classes <n>", "people", wholeNumber, 211)
  .option("--photos <n>", "of each", wholeNumber, 17)
  .option("--c <number>", "weight of the samples against the penalty", positiveNumber, 1)
  .option("--seed <n>", "of the descriptors", wholeNumber, 1)
  .option("--tolerance <list>", "our gradient tolerances", listOf(positiveNumber), [1e-6, 1e-3])
  .option("--threads <n>", "ours", wholeNumber, availableParallelism())
  .option(
    "--iterations <list>",
    "scikit-learn's limits, tried in turn",
    listOf(wholeNumber),
    [100, 10000],
  )
  .option("--blas-threads <list>", "scikit-learn's", listOf(String), ["default", "1"])
  .option("--python <program>", "one that has scikit-learn", "python3")
  .option("--no-sklearn", "only ours");
program.parse();
const flags = program.opts<Flags>();
console.log(JSON.stringify(await compare(flags), null, 2));

async function compare({ classes, photos, c, seed, ...rest }: Flags): Promise<unknown> {
  const samples = syntheticDescriptors(classes, photos, seed);
  const ours: OurRun[] = [];
  for (const tolerance of rest.tolerance)
    ours.push(await timeOurs(samples, c, tolerance, rest.threads));
  const least = Math.min(...ours.map(({ objective }) => objective));
  const sklearn = rest.sklearn ? timeSklearn(samples, c, least, rest) : [];
  return { classes, photos, c, seed, ours, sklearn, comparison: comparison(ours, sklearn, least) };
}

async function timeOurs(
  samples: LabelledSamples,
  c: number,
  gradientTolerance: number,
  threadCount: number,
): Promise<OurRun> {
  const [start, cpuStart] = [performance.now(), process.cpuUsage()];
  const threads = await openTrainingThreads(threadCount);
  const fit = fitLogisticRegression(samples, {
    ...{ c, gradientTolerance },
    objective: threads.objective,
  });
  const [end, cpu] = [performance.now(), process.cpuUsage(cpuStart)];
  await threads.close();
  assert(fit.ok, `the fit converges: ${JSON.stringify(fit)}`);
  return {
    gradientTolerance,
    seconds: (end - start) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    iterations: fit.value.iterations,
    evaluations: fit.value.evaluations,
    peakMB: process.resourceUsage().maxRSS / 1024,
    objective: objectiveOf(samples, c, pointOf(fit.value)),
  };
}

/** For each number of threads: with its defaults, then longer or tighter until it is there. */
function timeSklearn(
  samples: LabelledSamples,
  c: number,
  least: number,
  { iterations, blasThreads, python }: Pick<Flags, "iterations" | "blasThreads" | "python">,
): readonly SklearnRun[] {
  const folder = mkdtempSync(join(tmpdir(), "starlike-training-"));
  try {
    writeFileSync(join(folder, "inputs.bin"), bytesOf(samples.inputs));
    writeFileSync(join(folder, "labels.bin"), bytesOf(samples.labels));
    return blasThreads.flatMap((threads) => {
      const runs: SklearnRun[] = [];
      const isThere = () => (runs.at(-1)?.relativeExcess ?? Infinity) <= SAME_OBJECTIVE;
      for (let tol = FIRST_TOL; !isThere() && tol >= LAST_TOL; tol /= 10)
        for (const maxIterations of iterations) {
          if (isThere()) break;
          const run = runSklearn(folder, c, { tol, maxIterations, blasThreads: threads, python });
          const objective = objectiveOf(samples, c, solutionIn(folder));
          runs.push({ ...run, objective, relativeExcess: (objective - least) / least });
        }
      return runs;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runSklearn(
  folder: string,
  c: number,
  settings: Pick<SklearnRun, "tol" | "maxIterations" | "blasThreads"> & { readonly python: string },
) {
  const { python, ...kept } = settings;
  const script = join(PROJECT_ROOT, "scripts/reference/timeSklearn.py");
  const args = [script, folder, c, kept.tol, kept.maxIterations].map(String);
  const threads = kept.blasThreads === "default" ? {} : { OPENBLAS_NUM_THREADS: kept.blasThreads };
  const printed = execFileSync(python, args, {
    env: { ...process.env, ...threads },
    encoding: "utf8",
  });
  return { ...kept, ...(JSON.parse(printed) as Run & { readonly version: string }) };
}

/** Each of ours against each of scikit-learn's that found the same objective. */
function comparison(ours: readonly OurRun[], theirs: readonly SklearnRun[], least: number) {
  return theirs
    .filter(({ relativeExcess }) => relativeExcess <= SAME_OBJECTIVE)
    .flatMap((their) =>
      ours.map((our) => ({
        gradientTolerance: our.gradientTolerance,
        blasThreads: their.blasThreads,
        relativeDifference: Math.abs(their.objective - our.objective) / least,
        secondsRatio: our.seconds / their.seconds,
        cpuSecondsRatio: our.cpuSeconds / their.cpuSeconds,
      })),
    );
}

function objectiveOf(samples: LabelledSamples, c: number, point: Float64Array): number {
  return multinomialObjective(samples, c)(point, new Float64Array(point.length));
}

function pointOf({ weights, biases }: LogisticFit): Float64Array {
  return Float64Array.from([...weights, ...biases]);
}

function solutionIn(folder: string): Float64Array {
  const bytes = readFileSync(join(folder, "solution.bin"));
  return new Float64Array(Uint8Array.from(bytes).buffer);
}

function bytesOf(values: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
