/** Stages 6 to 10: from the chosen photos to a published gallery. */
import { join, resolve } from "node:path";
import type { Command } from "commander";

import { PROJECT_ROOT } from "../../projectRoot.ts";
import { writeCards } from "../cards/writeCards.ts";
import { galleryOptions, OWN_CURATION, type GalleryFlags } from "./galleryFlags.ts";
import { pipelineOf, say, stage } from "./stage.ts";

export function addGalleryStages(program: Command): void {
  stage(
    program,
    "train",
    "choice",
    "6: the classifier, its C and temperature -> train.json",
  ).action(async (flags: GalleryFlags) => {
    const { c, temperature, scores } = await pipelineOf(flags).train();
    say(JSON.stringify({ c, temperature, ...scores }, null, 2));
  });
  stage(program, "calibrate", "choice", "7: what distances mean -> calibration.json").action(
    async (flags: GalleryFlags) => {
      const { calibration } = await pipelineOf(flags).calibrate();
      say(`nobody really: beyond ${calibration.openSetDistance.toFixed(3)}`);
    },
  );
  stage(program, "evaluate", "figures", "8: every figure -> metrics.json, figures.html").action(
    async (flags: GalleryFlags) => {
      await pipelineOf(flags).evaluate();
      say(`${join(galleryOptions(flags).workDir, "figures.html")} shows the figures`);
    },
  );
  stage(
    program,
    "portraits",
    "choice",
    "9: a composite portrait of everybody -> portraits/",
  ).action(async (flags: GalleryFlags) => {
    say(`${(await pipelineOf(flags).portraits()).length} portraits`);
  });
  addPublishing(program, "publish", "10: the gallery's files, and what is new in words");
  addPublishing(program, "build", "all stages from 2 to 10");
  addCards(program);
}

function addPublishing(program: Command, name: string, description: string): void {
  stage(program, name, "figures", description)
    .requiredOption(
      "--out <dir>",
      "where gallery.json, classifier.json, metrics.json, portraits/ go",
    )
    .option("--dry-run", "only say what would be new")
    .action(async (flags: GalleryFlags & { readonly out: string; readonly dryRun?: true }) => {
      const dryRun = flags.dryRun ?? false;
      say(await pipelineOf(flags).publish(resolve(flags.out), { dryRun }));
    });
}

function addCards(program: Command): void {
  program
    .command("cards")
    .description("the model card and the data card of a published gallery")
    .option("--gallery <dir>", "a published gallery", join(PROJECT_ROOT, "public", "gallery"))
    .option("--docs <dir>", "where the cards go", join(PROJECT_ROOT, "docs"))
    .option("--curation <file>", "the decisions it was built with", OWN_CURATION)
    .action(async (flags: { gallery: string; docs: string; curation: string }) => {
      const curationFile = resolve(flags.curation);
      await writeCards(resolve(flags.docs), { galleryDir: resolve(flags.gallery), curationFile });
    });
}
