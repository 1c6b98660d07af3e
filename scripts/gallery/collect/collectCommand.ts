/** `npm run gallery -- collect`. */
import { resolve } from "node:path";
import { InvalidArgumentError, type Command } from "commander";

import { collectPhotos } from "./collectPhotos.ts";
import { isFailed, personText, summaryText } from "./reportText.ts";
import { readWantedPeople, wantedByName } from "./wantedPeople.ts";

interface CollectFlags {
  readonly out: string;
  readonly contact: string;
  readonly list?: string;
  readonly limit: number;
  readonly width: number;
  readonly originals?: true;
  readonly language: string;
  readonly gap: number;
  readonly retries: number;
  readonly timeout: number;
  readonly seed: number;
  readonly wikidata: string;
  readonly commons: string;
}

/** Registers the subcommand; its exit status is 1 when anybody failed. */
export function addCollectCommand(program: Command): void {
  program
    .command("collect")
    .description("freely licensed photos of people, from Wikidata and Wikimedia Commons")
    .argument("[people...]", "names or Wikidata ids (Q42)")
    .requiredOption("--out <dir>", "where the folders of photos and the lists go")
    .requiredOption("--contact <address>", "your e-mail or web address; Wikimedia requires one")
    .option("--list <file>", "a name or id a line, or a .csv with columns as in people.csv")
    .option("--limit <n>", "most photos of a person", wholeFrom(1), 30)
    .option("--width <px>", "scaled to the standard width at or above this", wholeFrom(1), 1280)
    .option("--originals", "photos as they were uploaded, not scaled")
    .option("--language <code>", "of the names, asked for and written", "en")
    .option("--gap <ms>", "pause between two requests", wholeFrom(0), 1000)
    .option("--retries <n>", "further attempts for a request", wholeFrom(0), 6)
    .option("--timeout <ms>", "longest wait for an answer", wholeFrom(1), 60_000)
    .option("--seed <n>", "of the random part of pauses before another attempt", wholeFrom(0), 1)
    .option("--wikidata <url>", "API to ask for people", "https://www.wikidata.org/w/api.php")
    .option("--commons <url>", "API to ask for photos", "https://commons.wikimedia.org/w/api.php")
    .action(runCollect);
}

async function runCollect(names: readonly string[], flags: CollectFlags): Promise<void> {
  const listed = flags.list === undefined ? [] : await readWantedPeople(resolve(flags.list));
  const people = [...listed, ...wantedByName(names)];
  if (people.length === 0) throw new Error("Name somebody, or give a --list.");
  const report = await collectPhotos({
    people,
    outDir: resolve(flags.out),
    contact: flags.contact,
    limit: flags.limit,
    widthPx: flags.originals ? undefined : flags.width,
    language: flags.language,
    gapMs: flags.gap,
    retries: flags.retries,
    timeoutMs: flags.timeout,
    seed: flags.seed,
    wikidataApi: flags.wikidata,
    commonsApi: flags.commons,
    onPerson: (person) => process.stderr.write(`${personText(person)}\n`),
  });
  process.stderr.write(`${summaryText(report)}\n`);
  if (report.people.some(isFailed)) process.exitCode = 1;
}

/** An option's value as a whole number of at least this. */
function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isInteger(value) || value < least)
      throw new InvalidArgumentError(`a whole number from ${least}`);
    return value;
  };
}
