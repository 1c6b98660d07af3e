/** What is known of the people and sources beside their photos. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as v from "valibot";

import { PROJECT_ROOT } from "../projectRoot.ts";
import type { ListedPerson } from "./scan.ts";

const NAMES = v.array(v.object({ folder: v.string(), name: v.pipe(v.string(), v.minLength(1)) }));
const SOURCES = v.array(
  v.strictObject({
    id: v.string(),
    name: v.string(),
    url: v.string(),
    licence: v.string(),
    note: v.string(),
  }),
);

export type SourceFacts = v.InferOutput<typeof SOURCES>[number];

/** Russian names by folder: `people.ru.csv` beside the photos, else the project's own. */
export async function readRussianNames(photosDir: string): Promise<ReadonlyMap<string, string>> {
  const text = await readBesidePhotosOrHere(photosDir, "people.ru.csv");
  const rows = v.parse(NAMES, parse(text, { columns: true, bom: true, skip_empty_lines: true }));
  return new Map(rows.map(({ folder, name }) => [folder, name]));
}

/**
 * Those sources that the people name: from `sources.json` beside the photos,
 * else the project's own.
 *
 * @throws when a person's source is described nowhere
 */
export async function readSources(
  photosDir: string,
  people: readonly ListedPerson[],
): Promise<readonly SourceFacts[]> {
  const text = await readBesidePhotosOrHere(photosDir, "sources.json");
  const known = v.parse(SOURCES, JSON.parse(text));
  const named = new Set(people.map((person) => person.source));
  for (const id of named)
    if (!known.some((source) => source.id === id))
      throw new Error(`Describe the source "${id}" in ${join(photosDir, "sources.json")}.`);
  return known.filter((source) => named.has(source.id));
}

function readBesidePhotosOrHere(photosDir: string, name: string): Promise<string> {
  const beside = join(photosDir, name);
  return readFile(
    existsSync(beside) ? beside : join(PROJECT_ROOT, "scripts", "gallery", name),
    "utf8",
  );
}
