/** What the command lines of the gallery builder and of the measurements share. */
import { Argument, InvalidArgumentError, type Command } from "commander";

import { STORE_PARTS, type StorePart } from "./gallery/describe/descriptionStore.ts";
import { serveDescriptions } from "./gallery/describe/describeWorker.ts";
import { parseShard, type Shard } from "./gallery/describe/shard.ts";
import { WORKER_COMMAND } from "./gallery/describe/workerProtocol.ts";

/** The hidden subcommand under which a command line forks itself to describe photos. */
export function addDescribeWorker(program: Command): void {
  program
    .command(WORKER_COMMAND, { hidden: true })
    .addArgument(new Argument("<part>").choices(STORE_PARTS))
    .argument("<folder>")
    .action((part: StorePart, folder: string) => serveDescriptions(part, folder));
}

/** An option's value as one of several parts of the photos: "2/8". */
export function shard(text: string): Shard {
  const parsed = parseShard(text);
  if (!parsed.ok) throw new InvalidArgumentError("i/n with i from 1 to n");
  return parsed.value;
}

/** An option's value as a whole number above 0. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("a whole number above 0");
  return value;
}

/** An option's value as a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("a number above 0");
  return value;
}

/** An option's value as several, with commas between them: "211,10000". */
export function listOf<T>(parse: (text: string) => T): (text: string) => readonly T[] {
  return (text) => text.split(",").map((one) => parse(one));
}
