/** The lists beside the photos that the builder reads. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as v from "valibot";

import { writeWhole } from "../atomicFile.ts";

/** A row of people.csv; an empty text says that nobody knows. */
export interface ListRow {
  readonly folder: string;
  readonly name: string;
  readonly presents_as: string;
  readonly field: string;
  readonly region: string;
  readonly source: string;
}

/** What of a row is known from one side; absent or empty where it is not. */
export type RowFacts = Partial<Omit<ListRow, "folder" | "source">>;

export interface PersonToList {
  readonly folder: string;
  /** By whoever ordered the collection: goes before everything. */
  readonly given: RowFacts;
  /** By Wikidata: goes behind what the files say already. */
  readonly known: RowFacts;
  readonly russianName: string | undefined;
}

export const COMMONS_SOURCE = {
  id: "wikimedia-commons",
  name: "Wikimedia Commons",
  url: "https://commons.wikimedia.org/",
  licence: "CC0, public domain, CC BY or CC BY-SA, each photo its own",
  note: "Author, licence and source page of each photo stand in the file of the same name that ends in .json.",
};

const COLUMNS = ["folder", "name", "presents_as", "field", "region", "source"] as const;
const CELL = v.optional(v.string(), "");
const ROW = v.object({
  folder: v.string(),
  name: CELL,
  presents_as: CELL,
  field: CELL,
  region: CELL,
  source: CELL,
});
const RUSSIAN_ROW = v.object({ folder: v.string(), name: v.string() });
const SOURCE = v.looseObject({ id: v.string() });

/**
 * Puts people into people.csv, people.ru.csv and sources.json of the folder of
 * photos. Rows of other people stay, and what somebody has corrected by hand in
 * the rows of these. Rows stand in the order of their folders.
 *
 * @returns the rows of these people as they are written
 * @throws when one of the files is there and malformed
 */
export async function writeLists(
  photosDir: string,
  people: readonly PersonToList[],
): Promise<readonly ListRow[]> {
  const rows = byFolder(await readCsv(join(photosDir, "people.csv"), ROW));
  const russian = byFolder(await readCsv(join(photosDir, "people.ru.csv"), RUSSIAN_ROW));
  const written = people.map((person) => rowOf(person, rows.get(person.folder)));
  for (const row of written) rows.set(row.folder, row);
  for (const { folder, russianName } of people)
    if (russianName !== undefined && !russian.has(folder))
      russian.set(folder, { folder, name: russianName });
  await writeCsv(join(photosDir, "people.csv"), COLUMNS, sorted(rows));
  await writeCsv(join(photosDir, "people.ru.csv"), ["folder", "name"], sorted(russian));
  await writeSources(join(photosDir, "sources.json"));
  return written;
}

function rowOf({ folder, given, known }: PersonToList, before: ListRow | undefined): ListRow {
  const cell = (column: keyof RowFacts) =>
    [given[column], before?.[column], known[column]].find((text) => text) ?? "";
  return {
    folder,
    name: cell("name"),
    presents_as: cell("presents_as"),
    field: cell("field"),
    region: cell("region"),
    source: COMMONS_SOURCE.id,
  };
}

async function writeSources(path: string): Promise<void> {
  const before = existsSync(path)
    ? v.parse(v.array(SOURCE), JSON.parse(await readFile(path, "utf8")))
    : [];
  if (before.some(({ id }) => id === COMMONS_SOURCE.id)) return;
  await writeWhole(path, `${JSON.stringify([...before, COMMONS_SOURCE], null, 2)}\n`);
}

async function readCsv<T>(path: string, row: v.GenericSchema<unknown, T>): Promise<readonly T[]> {
  if (!existsSync(path)) return [];
  const text = await readFile(path, "utf8");
  return v.parse(v.array(row), parse(text, { columns: true, bom: true, skip_empty_lines: true }));
}

function writeCsv<K extends string>(
  path: string,
  columns: readonly K[],
  rows: readonly Readonly<Record<K, string>>[],
): Promise<void> {
  const table = rows.map((row) => columns.map((column) => quoted(row[column])).join(","));
  return writeWhole(path, [columns.join(","), ...table, ""].join("\n"));
}

function byFolder<T extends { readonly folder: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.folder, row]));
}

function sorted<T>(rows: ReadonlyMap<string, T>): readonly T[] {
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
