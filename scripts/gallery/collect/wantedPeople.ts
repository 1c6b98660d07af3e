/** Who is to be collected: a list, or names on the command line. */
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import * as v from "valibot";

import { FIELDS, PRESENTS_AS } from "../../../src/gallery/gallery.ts";
import { isSafeFolder } from "./fileNames.ts";

export interface WantedPerson {
  /** A Q-id, or a label. */
  readonly asked: string;
  /** These are believed rather than Wikidata. */
  readonly folder?: string;
  readonly name?: string;
  readonly presentsAs?: string;
  readonly field?: string;
  readonly region?: string;
}

const CELL = v.optional(v.pipe(v.string(), v.trim()), "");
const ROWS = v.array(
  v.object({
    person: CELL,
    folder: CELL,
    name: CELL,
    presents_as: oneOfOrEmpty(PRESENTS_AS),
    field: oneOfOrEmpty(FIELDS),
    region: CELL,
  }),
);

/**
 * Reads a list of people. A `.csv` has a header: `person` (label or Q-id; the
 * name where it is empty or missing), and as in people.csv `folder, name,
 * presents_as, field, region`, none of them required. Its `source` is not read:
 * what is collected is from Commons. Any other file has a label or Q-id on each
 * line; empty lines and those that begin with "#" count for nothing.
 *
 * @throws when the list is malformed or empty, has a word the gallery does not know, names nobody in a row, a folder
 *   twice, or one that is no plain name
 */
export async function readWantedPeople(path: string): Promise<readonly WantedPerson[]> {
  const text = await readFile(path, "utf8");
  const people = path.toLowerCase().endsWith(".csv") ? fromCsv(text) : wantedByName(lines(text));
  if (people.length === 0) throw new Error(`${path} names nobody.`);
  return people;
}

/** Labels and Q-ids without more. */
export function wantedByName(names: readonly string[]): readonly WantedPerson[] {
  return [...new Set(names)].map((asked) => ({ asked }));
}

function lines(text: string): readonly string[] {
  const all = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return all.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

function fromCsv(text: string): readonly WantedPerson[] {
  const rows = v.parse(ROWS, parse(text, { columns: true, bom: true, skip_empty_lines: true }));
  const people = rows.map((row, i): WantedPerson => {
    const asked = row.person === "" ? row.name : row.person;
    if (asked === "") throw new Error(`Row ${i + 1} of the list has neither person nor name.`);
    const { folder, name, region, field } = row;
    if (folder !== "" && !isSafeFolder(folder))
      throw new Error(`Row ${i + 1} of the list: "${folder}" is no plain name for a folder.`);
    const given = { folder, name, presentsAs: row.presents_as, field, region };
    return { asked, ...withoutEmpty(given) };
  });
  const folders = people.flatMap(({ folder }) => (folder === undefined ? [] : [folder]));
  const twice = folders.find((folder, i) => folders.indexOf(folder) !== i);
  if (twice !== undefined) throw new Error(`The list names the folder ${twice} twice.`);
  return people;
}

function withoutEmpty(cells: Readonly<Record<string, string>>): Omit<WantedPerson, "asked"> {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
}

function oneOfOrEmpty(words: readonly string[]) {
  return v.optional(v.pipe(v.string(), v.trim(), v.picklist(["", ...words])), "");
}
