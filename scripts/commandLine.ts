/** What the command lines of the gallery builder and of the measurements share. */
import { InvalidArgumentError, type Command } from "commander";

import { WORKER_COMMAND } from "./gallery/describe/describePhotos.ts";
import { serveDescriptions } from "./gallery/describe/describeWorker.ts";

/** The hidden subcommand under which a command line forks itself to describe photos. */
export function addDescribeWorker(program: Command): void {
  program
    .command(WORKER_COMMAND, { hidden: true })
    .requiredOption("--cache <dir>")
    .requiredOption("--engine <version>")
    .action(({ cache, engine }: { readonly cache: string; readonly engine: string }) =>
      serveDescriptions(cache, engine),
    );
}

/** An option's value as a whole number above 0. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("a whole number above 0");
  return value;
}
