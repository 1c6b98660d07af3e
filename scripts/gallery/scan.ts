/** Stage 2: who is in the folder of photos, and which files. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as v from "valibot";

import { FIELDS, PRESENTS_AS } from "../../src/gallery/gallery.ts";
import type { HashIndex } from "./scan/hashIndex.ts";
import { distinctIds, personName } from "./scan/personId.ts";
import { obstacle, scanFolder } from "./scan/scanFolder.ts";
import type { ScanProblem } from "./scan/scanProblem.ts";

/** One file of a person. */
export interface PhotoFile {
  /** Folder and file name, joined by "/": the photo's name in reports. */
  readonly name: string;
  readonly path: string;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
}

/** A row of people.csv, or a bare folder, with the photos of the folder, sorted by name. */
export interface ListedPerson {
  /** The folder's name as a slug. */
  readonly id: string;
  readonly name: string;
  /** Absent, like the next three, where nobody said it. */
  readonly presentsAs: string | undefined;
  readonly field: string | undefined;
  readonly region: string | undefined;
  readonly source: string | undefined;
  readonly photos: readonly PhotoFile[];
}

export interface PeopleScan {
  /** Sorted by id. */
  readonly people: readonly ListedPerson[];
  readonly problems: readonly ScanProblem[];
}

export interface StrangersScan {
  /** The photos of each folder. */
  readonly strangers: readonly (readonly PhotoFile[])[];
  readonly problems: readonly ScanProblem[];
}

const TEXT = v.pipe(v.string(), v.trim(), v.minLength(1));
/** A name of a folder, not a way to one. */
const FOLDER = v.pipe(TEXT, v.regex(/^(?!\.\.?$)[^/\\]+$/, "the name of a folder"));
const ROWS = v.array(
  v.object({
    folder: FOLDER,
    name: TEXT,
    presents_as: emptyOr(v.picklist(PRESENTS_AS)),
    field: emptyOr(v.picklist(FIELDS)),
    region: emptyOr(TEXT),
    source: emptyOr(TEXT),
  }),
);

type Row = v.InferOutput<typeof ROWS>[number];

/**
 * Reads `people.csv` (columns folder, name; optionally presents_as, field,
 * region, source) and the folder of each person. Without that file every folder
 * is a person, named after it.
 *
 * @throws when the list is malformed or names a folder twice; whatever is wrong
 *   with folders and files is only reported
 */
export async function scanPeople(photosDir: string, hashes: HashIndex): Promise<PeopleScan> {
  const { folders, problems } = await foldersIn(photosDir);
  const list = join(photosDir, "people.csv");
  const isListed = existsSync(list);
  const rows = isListed ? await readList(list) : folders.map(bareRow);
  const all = [...problems, ...(isListed ? unlisted(folders, rows) : [])];
  const ids = distinctIds(rows.map(({ folder }) => folder));
  const people: ListedPerson[] = [];
  for (const [i, { folder, presents_as: presentsAs, ...row }] of rows.entries()) {
    const isThere = folders.includes(folder);
    if (!isThere && !problems.some(({ name }) => name === folder))
      all.push({ name: folder, kind: "missingFolder", message: "people.csv names it" });
    const found = isThere && (await scanFolder(photosDir, folder, hashes));
    if (found) all.push(...found.problems);
    people.push({ id: ids[i]!, ...row, presentsAs, photos: found ? found.photos : [] });
  }
  await hashes.save();
  return { people: people.toSorted((a, b) => (a.id < b.id ? -1 : 1)), problems: all };
}

/** One folder per stranger, without a list. */
export async function scanStrangers(dir: string, hashes: HashIndex): Promise<StrangersScan> {
  const { folders, problems } = await foldersIn(dir);
  const all = [...problems];
  const strangers: (readonly PhotoFile[])[] = [];
  for (const folder of folders) {
    const found = await scanFolder(dir, folder, hashes);
    all.push(...found.problems);
    strangers.push(found.photos);
  }
  await hashes.save();
  return { strangers, problems: all };
}

/** Sorted; files beside the folders are nobody's photos. */
async function foldersIn(dir: string): Promise<{
  readonly folders: readonly string[];
  readonly problems: readonly ScanProblem[];
}> {
  const entries = await readdir(dir, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    folders: shown.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    problems: shown.flatMap((entry) => obstacle(entry, entry.name) ?? []),
  };
}

async function readList(path: string): Promise<readonly Row[]> {
  const text = await readFile(path, "utf8");
  const rows = v.parse(ROWS, parse(text, { columns: true, bom: true, skip_empty_lines: true }));
  const folders = rows.map((row) => row.folder);
  const twice = folders.find((folder, i) => folders.indexOf(folder) !== i);
  if (twice !== undefined) throw new Error(`people.csv names the folder ${twice} twice.`);
  return rows;
}

function bareRow(folder: string): Row {
  return {
    folder,
    name: personName(folder),
    presents_as: undefined,
    field: undefined,
    region: undefined,
    source: undefined,
  };
}

function unlisted(folders: readonly string[], rows: readonly Row[]): readonly ScanProblem[] {
  const listed = new Set(rows.map(({ folder }) => folder));
  return folders
    .filter((folder) => !listed.has(folder))
    .map((name) => ({ name, kind: "unlistedFolder", message: "not in people.csv" }));
}

/** A column that may be left out, a field that may be left empty. */
function emptyOr<const T extends v.GenericSchema<string, string>>(schema: T) {
  const empty = v.pipe(
    v.string(),
    v.trim(),
    v.literal(""),
    v.transform(() => undefined),
  );
  return v.optional(v.union([empty, v.pipe(v.string(), v.trim(), schema)]), "");
}
