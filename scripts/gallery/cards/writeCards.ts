/** Both cards of a published gallery. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import prettier from "prettier";

import { writeWhole } from "../atomicFile.ts";
import { readCuration } from "../curate/curationFile.ts";
import type { GalleryMetrics } from "../evaluate/galleryMetrics.ts";
import { readGallery } from "../readGallery.ts";
import { dataCard } from "./dataCard.ts";
import { modelCard } from "./modelCard.ts";

export interface CardsOptions {
  /** A published gallery. */
  readonly galleryDir: string;
  readonly curationFile: string;
}

/** The cards' texts by file name. @throws when the gallery or the decisions cannot be read */
export async function cardsOf(options: CardsOptions): Promise<ReadonlyMap<string, string>> {
  const { galleryDir, curationFile } = options;
  const { gallery } = await readGallery(galleryDir);
  const decisions = await readCuration(curationFile);
  if (!decisions.ok) throw new Error(`${curationFile} is faulty.`);
  // Our own file, written by the evaluating stage of the same program.
  const text = await readFile(join(galleryDir, "metrics.json"), "utf8");
  const metrics = JSON.parse(text) as GalleryMetrics;
  const input = { gallery, metrics, decisions: decisions.value };
  return new Map([
    ["model-card.md", await formatted(modelCard(input))],
    ["data-card.md", await formatted(dataCard(input))],
  ]);
}

export async function writeCards(docsDir: string, options: CardsOptions): Promise<void> {
  for (const [name, text] of await cardsOf(options)) await writeWhole(join(docsDir, name), text);
}

/** As the project's other pages are. */
function formatted(markdown: string): Promise<string> {
  return prettier.format(markdown, { parser: "markdown", printWidth: 100 });
}
