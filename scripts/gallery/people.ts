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
    ru: v.exactOptional(v.strictObject({ licence: v.string(), note: v.string() })),
  }),
);

export type SourceFacts = v.InferOutput<typeof SOURCES>[number];

/**
 * Names by folder, as the people themselves write them (`en`, where the list of
 * people has another spelling) and in Russian: `people.LANGUAGE.csv` beside the
 * photos, else the project's own.
 */
export async function readNames(
  photosDir: string,
  language: "en" | "ru",
): Promise<ReadonlyMap<string, string>> {
  const text = await readBesidePhotosOrHere(photosDir, `people.${language}.csv`);
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
  const named = new Set(people.flatMap((person) => person.source ?? []));
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
