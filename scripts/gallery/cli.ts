/** The gallery builder's front: `npm run gallery -- --help`. */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";

import { addDescribeWorker, wholeNumber } from "../commandLine.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { buildGallery } from "./build.ts";

interface BuildFlags {
  readonly photos: string;
  readonly out: string;
  readonly cache: string;
  readonly jobs: number;
  readonly minPhotos: number;
  readonly id: string;
  readonly title: string;
  readonly strangers?: string;
  readonly reference?: string;
}

const CACHE_DIR = join(PROJECT_ROOT, ".cache", "gallery");

const program = new Command("gallery").description(
  "Makes a gallery of people out of folders of their photos.",
);

program
  .command("build")
  .description("all stages: scan, describe, faces, train, calibrate, evaluate, portraits, publish")
  .requiredOption("--photos <dir>", "people.csv and one folder of photos per person")
  .requiredOption(
    "--out <dir>",
    "where gallery.json, classifier.json, metrics.json and portraits/ go",
  )
  .option("--cache <dir>", "what earlier runs found out; may be deleted at any time", CACHE_DIR)
  .option("--jobs <n>", "describing processes at once", wholeNumber, cpus().length)
  .option("--min-photos <n>", "people with fewer usable photos are left out", wholeNumber, 3)
  .option(
    "--strangers <dir>",
    "folders of people who are not in the gallery (default: PHOTOS/../lfw/strangers, if it is there)",
  )
  .option(
    "--reference <dir>",
    "the original's embeddings, for its figures (default: PHOTOS/../reference, if it is there)",
  )
  .option("--id <slug>", "the gallery's name in files and storage", "celebrities")
  .option("--title <text>", "the gallery's name on the screen", "Celebrities")
  .action(async (flags: BuildFlags) => {
    await buildGallery({
      id: flags.id,
      title: flags.title,
      photosDir: resolve(flags.photos),
      outDir: resolve(flags.out),
      cacheDir: resolve(flags.cache),
      strangersDir: given(flags.strangers, join(flags.photos, "..", "lfw", "strangers")),
      referenceDir: given(flags.reference, join(flags.photos, "..", "reference")),
      jobs: flags.jobs,
      minPhotos: flags.minPhotos,
    });
  });

addDescribeWorker(program);

await program.parseAsync();

/** The folder asked for, or the usual one where it exists. */
function given(flag: string | undefined, usual: string): string | undefined {
  if (flag !== undefined) return resolve(flag);
  return existsSync(usual) ? resolve(usual) : undefined;
}
