/** Measurements of the engine on folders of photos: `npm run evaluate -- --help`. */
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";

import { addDescribeWorker, wholeNumber } from "../commandLine.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { compareDetection } from "./detection.ts";
import { verifyPairs } from "./verification.ts";

const CACHE_DIR = join(PROJECT_ROOT, ".cache", "gallery");

const program = new Command("evaluate").description("Measures the engine on folders of photos.");

program
  .command("verification")
  .description("are these two the same person? on the pairs of a list in the manner of LFW")
  .requiredOption("--pairs <file>", "the list: its count, then the same, then the different pairs")
  .requiredOption("--photos <dir>", "folders of photos, one for each person")
  .option("--cache <dir>", "descriptions kept from earlier runs", CACHE_DIR)
  .option("--jobs <n>", "describing processes at once", wholeNumber, cpus().length)
  .action(async (flags: { pairs: string; photos: string; cache: string; jobs: number }) => {
    const figures = await verifyPairs({
      pairsFile: resolve(flags.pairs),
      photosDir: resolve(flags.photos),
      cacheDir: resolve(flags.cache),
      jobs: flags.jobs,
    });
    console.log(JSON.stringify(figures, null, 2));
  });

program
  .command("detection")
  .description("in how many photos is a face found, by us and by the stock detectors")
  .argument("<folders...>", "folders of photos, searched to their bottom")
  .option("--cache <dir>", "descriptions kept from earlier runs", CACHE_DIR)
  .option("--jobs <n>", "describing processes at once", wholeNumber, cpus().length)
  .option("--every <n>", "only every n-th photo", wholeNumber, 1)
  .action(async (folders: string[], flags: { cache: string; jobs: number; every: number }) => {
    for (const folder of folders) {
      const figures = await compareDetection({
        folder: resolve(folder),
        cacheDir: resolve(flags.cache),
        jobs: flags.jobs,
        every: flags.every,
      });
      console.log(JSON.stringify(figures, null, 2));
    }
  });

addDescribeWorker(program);

await program.parseAsync();
