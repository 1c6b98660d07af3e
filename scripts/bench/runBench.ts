import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "vite";

import { ensureInstalled } from "../ensureInstalled.mjs";
import { PROJECT_ROOT } from "../projectRoot.ts";
import type { Contender } from "./browser/contenders.ts";
import { measureFloor } from "./browser/floor.ts";
import { makeFiles, type Photo, type PhotoName } from "./browser/madeFiles.ts";
import { findBrowsers, type Browsers } from "./browser/openBrowser.ts";
import { measureVisits } from "./browser/visits.ts";
import { measureWarm } from "./browser/warm.ts";
import { currentLoad, describeMachine } from "./machine.ts";
import { measureBuilder, measureRanking, measureTraining } from "./nodeParts.ts";
import type { BenchResults, Failure } from "./results.ts";

export const PARTS = ["visits", "warm", "floor", "ranking", "builder", "training"] as const;
export type Part = (typeof PARTS)[number];

export interface BenchPlan {
  readonly only: readonly Part[];
  readonly contenders: readonly Contender[];
  readonly photos: readonly PhotoName[];
  readonly rounds: number;
  readonly limitMs: number;
  readonly gpu: boolean;
  readonly build: boolean;
  readonly builderPhotos: string;
  readonly every: number;
  readonly python: string;
}

type Photos = Readonly<Record<PhotoName, Photo>>;

const SCRIPTS = join(PROJECT_ROOT, "scripts", "bench");
const OUT_FOLDER = join(PROJECT_ROOT, "bench-results");
/** Of a first visit: what somebody without a photo at hand takes. */
const VISIT_PHOTO: PhotoName = "selfie";

/**
 * Runs the parts one after another. What is there is written after each, so that
 * a run that is ended early is not lost; a part that fails is a line of the report.
 */
export async function runBench(plan: BenchPlan): Promise<BenchResults> {
  const photos = await prepare(plan);
  const browsers = await findBrowsers(plan.gpu);
  const startedAt = new Date().toISOString();
  let results: BenchResults = {
    startedAt,
    machine: describeMachine(browsers.version, plan.gpu),
    rounds: plan.rounds,
    photos: Object.fromEntries(
      plan.photos.map((name) => {
        const { title, faces } = photos[name];
        return [name, { title, faces }];
      }),
    ),
    contenders: plan.contenders.map(({ id, name, backend, kind }) => ({ id, name, backend, kind })),
    failures: [],
  };
  for (const part of plan.only) {
    log(`── ${part}`);
    const { failures, ...measured } = await runPart(part, plan, browsers, photos);
    results = {
      ...results,
      ...measured,
      failures: [...results.failures, ...failures],
      machine: { ...results.machine, loadAtEnd: currentLoad() },
    };
    await save(results);
  }
  return results;
}

async function prepare({ build: wantsBuild, contenders }: BenchPlan): Promise<Photos> {
  if (contenders.some(({ kind }) => kind === "peer")) ensureInstalled(join(SCRIPTS, "peers"));
  if (wantsBuild) {
    const shell = process.platform === "win32";
    const stdio = ["ignore", 2, "inherit"] as const;
    const { status } = spawnSync("npm", ["run", "-s", "build"], {
      ...{ cwd: PROJECT_ROOT, shell, stdio: [...stdio] },
    });
    if (status !== 0) throw new Error("The build failed: see its message above.");
  }
  const configFile = join(SCRIPTS, "browser", "pages", "vite.config.ts");
  await build({ configFile, logLevel: "error" });
  return makeFiles();
}

type PartResults = Partial<BenchResults> & Pick<BenchResults, "failures">;

async function runPart(
  part: Part,
  plan: BenchPlan,
  browsers: Browsers,
  photos: Photos,
): Promise<PartResults> {
  try {
    return { failures: [], ...(await resultsOf(part, plan, browsers, photos)) };
  } catch (error) {
    const failure: Failure = { contender: "all", part, message: String(error) };
    log(failure.message);
    return { failures: [failure] };
  }
}

async function resultsOf(
  part: Part,
  plan: BenchPlan,
  browsers: Browsers,
  photos: Photos,
): Promise<Partial<BenchResults>> {
  const { contenders, rounds, limitMs } = plan;
  switch (part) {
    case "visits":
      return measureVisits(browsers, {
        ...{ rounds, limitMs, log, photoPath: photos[VISIT_PHOTO].path },
        // The engine's bare page is nowhere to be visited.
        contenders: contenders.filter(({ kind }) => kind !== "engine"),
      });
    case "warm":
      return measureWarm(browsers, {
        ...{ contenders, rounds, limitMs, log },
        photos: plan.photos.map((name) => [name, photos[name]]),
      });
    case "floor":
      return measureFloor(browsers, { rounds, limitMs, log });
    case "ranking":
      return { ranking: await measureRanking() };
    case "builder":
      return { builder: await measureBuilder(plan.builderPhotos, plan.every) };
    case "training":
      return { training: await measureTraining(plan.python) };
  }
}

async function save(results: BenchResults): Promise<void> {
  await mkdir(OUT_FOLDER, { recursive: true });
  const path = join(OUT_FOLDER, `${results.startedAt.replaceAll(":", "-").slice(0, 19)}.json`);
  await writeFile(path, `${JSON.stringify(results, null, 2)}\n`);
  log(`written: ${relative(PROJECT_ROOT, path)}`);
}

/** Beside the tables, which alone go to stdout. */
function log(line: string): void {
  console.error(line);
}
