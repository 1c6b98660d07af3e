/** Stage 5: what may be wrong, and how well that is found. */
import { resolve } from "node:path";
import type { Command } from "commander";

import { AUTO_SUSPICION } from "../../../src/training/reviewOrder.ts";
import { wholeNumber } from "../../commandLine.ts";
import {
  curationFaultText,
  mergeCuration,
  readCuration,
  writeCuration,
} from "../curate/curationFile.ts";
import { curatePhotos } from "../curate/curatePhotos.ts";
import { measurePlantedErrors, plantedErrorTable } from "../curate/plantedErrors.ts";
import { trainingInput } from "../evaluate/outOfFold.ts";
import { galleryOptions, type GalleryFlags } from "./galleryFlags.ts";
import { aboveZero, pipelineOf, say, stage } from "./stage.ts";

/** Suspect photos on the review page, unless asked for otherwise. */
const REVIEW_BATCH = 60;
/** Trials and share of planted errors, unless asked for otherwise. */
const PLANTED = { seeds: 10, share: 0.03 } as const;

interface CurateFlags extends GalleryFlags {
  readonly batch: number;
  readonly take?: string;
  readonly auto?: true | number;
}

interface PlantedFlags extends GalleryFlags {
  readonly seeds: number;
  readonly share: number;
  readonly uncurated?: true;
}

export function addCurationStages(program: Command): void {
  const auto = `drop photos at least this suspect unseen (without a number: ${AUTO_SUSPICION}; docs/curation.md)`;
  stage(
    program,
    "curate",
    "choice",
    "5: what may be wrong -> review.html, suspects.csv, curation.csv",
  )
    .option("--batch <n>", "suspect photos to show", wholeNumber, REVIEW_BATCH)
    .option("--take <file>", "first add the decisions that were downloaded from the page")
    .option("--auto [suspicion]", auto, aboveZero)
    .action(curate);
  stage(
    program,
    "planted-errors",
    "choice",
    "5: how well curate finds wrong labels: some are planted",
  )
    .option("--seeds <n>", "trials", wholeNumber, PLANTED.seeds)
    .option("--share <s>", "of the photos, moved to wrong people", aboveZero, PLANTED.share)
    .option("--uncurated", "of the photos before any decision; those decided on count as finds")
    .action(plant);
}

async function curate(flags: CurateFlags): Promise<void> {
  const options = galleryOptions(flags);
  if (flags.take !== undefined) await takeDecisions(resolve(flags.take), options.curationFile);
  const report = await curatePhotos(await pipelineOf(flags).select(), {
    ...options,
    title: `Review of ${options.photosDir}`,
    batch: flags.batch,
    autoSuspicion: flags.auto === true ? AUTO_SUSPICION : flags.auto,
  });
  const { shown, duplicates, page, droppedUnseen } = report;
  say(`${shown} suspect photos and ${duplicates} sets of duplicates: ${page}`);
  say(`${droppedUnseen} dropped unseen in ${options.curationFile}`);
}

async function takeDecisions(from: string, curationFile: string): Promise<void> {
  const [earlier, later] = [await readCuration(curationFile), await readCuration(from)];
  for (const [file, rows] of [
    [curationFile, earlier],
    [from, later],
  ] as const)
    if (!rows.ok)
      throw new Error([`${file}:`, ...rows.error.faults.map(curationFaultText)].join("\n  "));
  if (earlier.ok && later.ok)
    await writeCuration(curationFile, mergeCuration(earlier.value, later.value));
}

async function plant(flags: PlantedFlags): Promise<void> {
  const { dataset, uncurated, curated } = await pipelineOf(flags).select();
  const photos = flags.uncurated ? uncurated : dataset;
  const decided = [...curated.dropped, ...curated.moved.map(({ photo }) => photo)];
  const wrong = new Set(decided.map(({ name }) => name));
  const figures = measurePlantedErrors(trainingInput(photos), {
    share: flags.share,
    seeds: Array.from({ length: flags.seeds }, (_, i) => i + 1),
    isWrong: photos.photos.map(({ photo }) => flags.uncurated === true && wrong.has(photo.name)),
    onSeed: (done, total) => {
      say(`${done} of ${total}`);
    },
  });
  say(plantedErrorTable(figures));
  say(JSON.stringify(figures, null, 2));
}
