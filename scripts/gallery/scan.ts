/** Stage 1: who is in the folder of photos, and which files. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as v from "valibot";

/** One file of a person. */
export interface PhotoFile {
  /** Folder and file name, joined by "/": the photo's name in reports. */
  readonly name: string;
  readonly path: string;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
}

/** A row of people.csv with the files of its folder, sorted by name. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly presentsAs: string;
  readonly field: string;
  readonly region: string | undefined;
  readonly source: string;
  readonly photos: readonly PhotoFile[];
}

const TEXT = v.pipe(v.string(), v.trim(), v.minLength(1));
const ROWS = v.array(
  v.object({
    folder: TEXT,
    name: TEXT,
    presents_as: TEXT,
    field: TEXT,
    region: v.optional(v.pipe(v.string(), v.trim()), ""),
    source: TEXT,
  }),
);

/**
 * Reads `people.csv` (columns folder, name, presents_as, field, region, source)
 * and the folder of each person.
 *
 * @throws when the list is malformed, names a folder twice, or a folder is missing
 */
export async function scanPeople(photosDir: string): Promise<readonly ListedPerson[]> {
  const list = await readFile(join(photosDir, "people.csv"), "utf8");
  const rows = v.parse(ROWS, parse(list, { columns: true, bom: true, skip_empty_lines: true }));
  const folders = rows.map((row) => row.folder);
  const twice = folders.find((folder, i) => folders.indexOf(folder) !== i);
  if (twice !== undefined) throw new Error(`people.csv names the folder ${twice} twice.`);

  const people: ListedPerson[] = [];
  for (const row of rows) {
    people.push({
      id: row.folder,
      name: row.name,
      presentsAs: row.presents_as,
      field: row.field,
      region: row.region === "" ? undefined : row.region,
      source: row.source,
      photos: await scanFolder(photosDir, row.folder),
    });
  }
  return people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** One folder per stranger, without a list. */
export async function scanStrangers(dir: string): Promise<readonly (readonly PhotoFile[])[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((e) => e.isDirectory());
  const strangers: (readonly PhotoFile[])[] = [];
  for (const { name } of folders.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    strangers.push(await scanFolder(dir, name));
  return strangers;
}

async function scanFolder(dir: string, folder: string): Promise<readonly PhotoFile[]> {
  const entries = await readdir(join(dir, folder), { withFileTypes: true });
  const files = entries.filter((e) => e.isFile() && !e.name.startsWith(".")).map((e) => e.name);
  return Promise.all(
    files.toSorted().map(async (file): Promise<PhotoFile> => {
      const path = join(dir, folder, file);
      const sha256 = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
      return { name: `${folder}/${file}`, path, sha256 };
    }),
  );
}
