/** What every subcommand of a stage is made with. */
import { InvalidArgumentError, type Command } from "commander";

import { openPipeline, type Pipeline } from "../pipeline/openPipeline.ts";
import { addGalleryFlags, galleryOptions, type GalleryFlags, type Reach } from "./galleryFlags.ts";

/** A subcommand with the options that a stage of this reach needs. */
export function stage(program: Command, name: string, reach: Reach, description: string): Command {
  return addGalleryFlags(program.command(name).description(description), reach);
}

export function pipelineOf(flags: GalleryFlags): Pipeline {
  return openPipeline(galleryOptions(flags), say);
}

export function aboveZero(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("a number above 0");
  return value;
}

/** To the person who waits; what a program could read is in the stage's file. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
