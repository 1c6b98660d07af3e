/** The gallery builder's front: `npm run gallery -- --help`. */
import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";

import { addDescribeWorker } from "../commandLine.ts";
import { addCurationStages } from "./cli/addCurationStages.ts";
import { addGalleryStages } from "./cli/addGalleryStages.ts";
import { addPhotoStages } from "./cli/addPhotoStages.ts";
import { addCollectCommand } from "./collect/collectCommand.ts";
import { ROBUSTNESS_COMMAND, serveRobustness } from "./evaluate/robustnessWorker.ts";
import { SAME_PERSON, sortPhotos } from "./sort/sortPhotos.ts";

const program = new Command("gallery")
  .description(
    "Makes a gallery of people out of folders of their photos. Each stage is a command that does " +
      "what it needs of the stages before it and leaves its file in the work folder; `build` is " +
      "all of them. What is known already is not computed again: a second run takes seconds.",
  )
  .addHelpText("after", "\nThe way from photos to the page: docs/make-your-own-gallery.md");

addCollectCommand(program);
addSortCommand();
addPhotoStages(program);
addCurationStages(program);
addGalleryStages(program);
addDescribeWorker(program);
addRobustnessWorker();

await program.parseAsync();

function addSortCommand(): void {
  program
    .command("sort")
    .description("cut the faces out of unsorted photos, a folder for each presumed person")
    .requiredOption("--photos <dir>", "photos of anybody, lying in it directly")
    .requiredOption("--out <dir>", "where the folders go; must be empty")
    .option("--distance <d>", "faces further apart are different people", distance, SAME_PERSON)
    .action(async (flags: { photos: string; out: string; distance: number }) => {
      const { photos, faces, people, unreadable } = await sortPhotos({
        photosDir: resolve(flags.photos),
        outDir: resolve(flags.out),
        maxDistance: flags.distance,
      });
      for (const { file, kind } of unreadable) process.stderr.write(`${file}: ${kind}\n`);
      process.stderr.write(`${faces} faces of ${people} people in ${photos} photos\n`);
    });
}

function addRobustnessWorker(): void {
  program
    .command(ROBUSTNESS_COMMAND, { hidden: true })
    .argument("<folder>")
    .action(serveRobustness);
}

function distance(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("a number above 0");
  return value;
}
