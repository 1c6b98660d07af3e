/** `npm run bench`: the app beside its peers, `--help` says how to run a part of it. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";

import { wholeNumber } from "../commandLine.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { CONTENDERS } from "./browser/contenders.ts";
import { PHOTO_NAMES } from "./browser/madeFiles.ts";
import { writeIntoDocs } from "./report/docs.ts";
import { reportOf } from "./report/report.ts";
import type { BenchResults } from "./results.ts";
import { PARTS, runBench, type BenchPlan } from "./runBench.ts";

const PEERS = CONTENDERS.filter(({ kind }) => kind === "peer").map(({ id }) => id);
const OURS = CONTENDERS.filter(({ kind }) => kind !== "peer").map(({ id }) => id);

interface Flags extends Omit<BenchPlan, "contenders" | "limitMs"> {
  readonly ours: readonly string[];
  readonly peers: readonly string[];
  readonly limit: number;
  readonly docs: boolean;
  readonly render?: string;
}

const program = new Command("bench")
  .description("Measures the built app beside its peers, by turns; prints a table, writes JSON.")
  .option("--only <parts>", PARTS.join(","), someOf(PARTS), PARTS)
  .option("--ours <ids>", OURS.join(","), someOf(OURS), OURS)
  .option("--peers <ids>", `none, or ${PEERS.join(",")}`, someOf(PEERS), PEERS)
  .option("--photos <names>", PHOTO_NAMES.join(","), someOf(PHOTO_NAMES), PHOTO_NAMES)
  .option("--rounds <n>", "times that everything is measured", wholeNumber, 3)
  .option("--limit <seconds>", "for one answer, else it counts as failed", wholeNumber, 180)
  .option("--gpu", "leaves WebGL to the browser instead of software", false)
  .option("--no-build", "measures dist/ as it is")
  .option("--builder-photos <dir>", "that both builders describe", portraits())
  .option("--every <n>", "only every n-th of them", wholeNumber, 4)
  .option("--python <program>", "one that has scikit-learn", "python3")
  .option("--docs", "puts the tables into docs/performance.md too", false)
  .option("--render <file>", "measures nothing: prints the tables of an earlier run");
program.parse();
const { docs, render, ours, peers, limit, ...flags } = program.opts<Flags>();

const results = render === undefined ? await measure() : read(render);
const report = reportOf(results);
console.log(`\n${report}`);
if (docs) await writeIntoDocs(report);

function measure(): Promise<BenchResults> {
  const wanted = new Set([...ours, ...peers]);
  return runBench({
    ...flags,
    builderPhotos: resolve(flags.builderPhotos),
    limitMs: limit * 1000,
    contenders: CONTENDERS.filter(({ id }) => wanted.has(id)),
  });
}

/** A file of our own, as it was written. */
function read(path: string): BenchResults {
  return JSON.parse(readFileSync(path, "utf8")) as BenchResults;
}

/** The gallery's composites: one face each, and everybody has them. */
function portraits(): string {
  return join(PROJECT_ROOT, "public", "gallery", "portraits");
}

/** An option's value as some of the names, or none of them. */
function someOf<T extends string>(names: readonly T[]) {
  return (text: string): readonly T[] => {
    const asked = text === "none" ? [] : text.split(",");
    const unknown = asked.find((name) => !names.some((known) => known === name));
    if (unknown !== undefined) throw new InvalidArgumentError(`no ${unknown}: ${names.join(", ")}`);
    return names.filter((name) => asked.includes(name));
  };
}
