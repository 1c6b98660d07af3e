/** The options that the stages share, and what they mean. */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { InvalidArgumentError, type Command } from "commander";

import { isDay } from "../../../src/gallery/decoding.ts";
import { wholeNumber } from "../../commandLine.ts";
import { PROJECT_ROOT } from "../../projectRoot.ts";
import { BATCH_SIZE } from "../describe/describePhotos.ts";
import type { GalleryOptions } from "../pipeline/options.ts";

export interface GalleryFlags {
  readonly photos: string;
  readonly work: string;
  readonly jobs: number;
  readonly batchSize: number;
  readonly stockCrop?: true;
  readonly robustness?: true;
  readonly minPhotos: number;
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly strangers?: string;
  readonly further?: string;
  readonly reference?: string;
  readonly curation?: string;
}

const WORK_DIR = join(PROJECT_ROOT, ".cache", "gallery");
export const OWN_CURATION = join(PROJECT_ROOT, "scripts", "gallery", "curation.csv");

/** How far along a stage is: it takes the options of those before it too. */
export type Reach = "photos" | "choice" | "figures";

/** Adds the options that a stage of this reach needs. */
export function addGalleryFlags(command: Command, reach: Reach): Command {
  command
    .requiredOption("--photos <dir>", "a folder of photos for each person, and people.csv or not")
    .option("--work <dir>", "what earlier runs found out; may be deleted at any time", WORK_DIR)
    .option(
      "--strangers <dir>",
      "folders of people who are not in the gallery, to calibrate on " +
        "(default: PHOTOS/../lfw/strangers, if it is there)",
    )
    .option(
      "--further <dir>",
      "folders of further people, for whom no name is to come up too often " +
        "(default: PHOTOS/../lfw/pairs, if it is there)",
    )
    .option("--jobs <n>", "describing processes at once", wholeNumber, cpus().length)
    .option(
      "--batch-size <n>",
      "photos that a killed process loses at most",
      wholeNumber,
      BATCH_SIZE,
    )
    .option("--stock-crop", "also describe on face-api's own crop, for the ablation figure");
  if (reach === "photos") return command;
  command
    .option(
      "--curation <file>",
      "decisions about photos (default: PHOTOS/curation.csv, if it is " +
        "there, else scripts/gallery/curation.csv)",
    )
    .option("--min-photos <n>", "people with fewer good photos are left out", wholeNumber, 3);
  if (reach === "choice") return command;
  return command
    .option(
      "--reference <dir>",
      "the original's embeddings, for its figures " +
        "(default: PHOTOS/../reference, if it is there)",
    )
    .option("--robustness", "also measure on photos turned, blurred, darkened and so on (slow)")
    .option("--id <slug>", "the gallery's name in files and storage", "celebrities")
    .option("--title <text>", "the gallery's name on the screen", "Celebrities")
    .option("--date <yyyy-mm-dd>", "the day shown as the gallery's (default: none)", day);
}

export function galleryOptions(flags: GalleryFlags): GalleryOptions {
  const photosDir = resolve(flags.photos);
  const beside = join(photosDir, "curation.csv");
  const curationFile = existsSync(beside) ? beside : OWN_CURATION;
  return {
    photosDir,
    workDir: resolve(flags.work),
    strangersDir: given(flags.strangers, join(photosDir, "..", "lfw", "strangers")),
    furtherDir: given(flags.further, join(photosDir, "..", "lfw", "pairs")),
    referenceDir: given(flags.reference, join(photosDir, "..", "reference")),
    curationFile: flags.curation === undefined ? curationFile : resolve(flags.curation),
    jobs: flags.jobs,
    batchSize: flags.batchSize,
    withStockCrop: flags.stockCrop ?? false,
    withRobustness: flags.robustness ?? false,
    minPhotos: flags.minPhotos,
    id: flags.id,
    title: flags.title,
    ...(flags.date !== undefined && { date: flags.date }),
  };
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("a day such as 2026-11-28");
  return text;
}

/** The folder asked for, or the usual one where it exists. */
function given(flag: string | undefined, usual: string): string | undefined {
  if (flag !== undefined) return resolve(flag);
  return existsSync(usual) ? usual : undefined;
}
