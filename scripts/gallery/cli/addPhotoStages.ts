/** Stages 2 to 4: from folders to described photos. */
import { resolve } from "node:path";
import type { Command } from "commander";

import { shard } from "../../commandLine.ts";
import { ENGINE_VERSION } from "../../engine/engineVersion.ts";
import { mergeStores } from "../describe/mergeStores.ts";
import type { Shard } from "../describe/shard.ts";
import { describeScan } from "../pipeline/gather.ts";
import { galleryOptions, type GalleryFlags } from "./galleryFlags.ts";
import { pipelineOf, say, stage } from "./stage.ts";

export function addPhotoStages(program: Command): void {
  stage(program, "scan", "photos", "2: who there is and which files -> scan.json").action(
    async (flags: GalleryFlags) => {
      const { people, strangers, problems } = await pipelineOf(flags).scan();
      const photos = people.flatMap((person) => person.photos).length;
      say(
        `${people.length} people with ${photos} photos, ${strangers.length} strangers, ` +
          `${problems.length} problems`,
      );
    },
  );
  addDescribe(program);
  addMerge(program);
  stage(
    program,
    "faces",
    "choice",
    "3: exactly one usable face, or the reason -> faces.csv",
  ).action(async (flags: GalleryFlags) => {
    await pipelineOf(flags).select();
  });
}

function addDescribe(program: Command): void {
  stage(program, "describe", "photos", "4: every photo through the engine -> descriptions/")
    .option("--shard <i/n>", "only the i-th of n parts, for a job array", shard)
    .action(async (flags: GalleryFlags & { readonly shard?: Shard }) => {
      const scan = await pipelineOf(flags).scan();
      const store = await describeScan(scan, galleryOptions(flags), flags.shard);
      say(`${store.size} photos are described`);
    });
}

function addMerge(program: Command): void {
  program
    .command("merge")
    .description("4: descriptions of other work folders into one")
    .argument("<from...>", "work folders of a job array's jobs")
    .requiredOption("--into <dir>", "the work folder that gets them all")
    .action(async (from: readonly string[], { into }: { readonly into: string }) => {
      const folders = from.map((dir) => resolve(dir));
      const report = await mergeStores(folders, resolve(into), ENGINE_VERSION);
      for (const { name, kind, message } of report.damaged) say(`${name}: ${kind}, ${message}`);
      say(`${report.copied} segments copied, ${report.present} were there already`);
    });
}
