/** The decisions about single photos, as `scripts/gallery/curation.csv` holds them. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { CsvError, parse, type InfoRecord } from "csv-parse/sync";

import { assertNever } from "../../../src/shared/assert.ts";
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import { writeWhole } from "../atomicFile.ts";
import { csvRow } from "../csvRow.ts";

export type Decision =
  /** The photo is right, however suspect it looks. */
  | { readonly kind: "keep" }
  | { readonly kind: "drop" }
  /** The photo shows the person of another folder. */
  | { readonly kind: "move"; readonly to: string };

/** A row: what was decided about the photo that stands at `folder/file` on disk. */
export interface CurationRow {
  readonly folder: string;
  readonly file: string;
  readonly decision: Decision;
  /** For the next reader; begins with `AUTO_MARK` where no person has looked. */
  readonly reason: string;
}

/** What is wrong with a row; `line` is its last, counted from 1. */
export type CurationFault =
  | { readonly kind: "wrongColumns"; readonly line: number; readonly found: string }
  | { readonly kind: "damagedRow"; readonly line: number; readonly message: string }
  | { readonly kind: "unknownDecision"; readonly line: number; readonly found: string }
  | { readonly kind: "movedToItsOwnFolder"; readonly line: number; readonly folder: string }
  | {
      readonly kind: "decidedTwice";
      readonly line: number;
      readonly firstLine: number;
      readonly photo: string;
    };

/** Every fault of the file at once, for whoever mends it. */
export interface CurationError {
  readonly kind: "faultyCuration";
  readonly faults: readonly CurationFault[];
}

const COLUMNS = "folder,file,decision,reason";
const AUTO_MARK = "auto: ";
const MOVE = /^move to (\S.*)$/;

/** Reads the file; one that does not exist holds no decisions. */
export async function readCuration(
  path: string,
): Promise<Result<readonly CurationRow[], CurationError>> {
  return existsSync(path) ? decodeCuration(await readFile(path, "utf8")) : ok([]);
}

/** Sorts, quotes and writes whole: the same rows give the same bytes. */
export async function writeCuration(path: string, rows: readonly CurationRow[]): Promise<void> {
  await writeWhole(path, encodeCuration(rows));
}

export function decodeCuration(text: string): Result<readonly CurationRow[], CurationError> {
  const table = parseTable(text);
  if (!table.ok) return fail({ kind: "faultyCuration", faults: [table.error] });
  const [header, ...lines] = table.value;
  if (!header) return ok([]);
  const found = header.cells.join(",");
  if (found !== COLUMNS)
    return fail({
      kind: "faultyCuration",
      faults: [{ kind: "wrongColumns", line: header.line, found }],
    });

  const rows: CurationRow[] = [];
  const faults: CurationFault[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of lines) {
    const row = decodeRow(cells, line);
    if (!row.ok) {
      faults.push(row.error);
      continue;
    }
    const photo = curatedPhoto(row.value);
    const firstLine = firstLines.get(photo);
    if (firstLine === undefined) firstLines.set(photo, line);
    else faults.push({ kind: "decidedTwice", line, firstLine, photo });
    rows.push(row.value);
  }
  return faults.length === 0 ? ok(rows) : fail({ kind: "faultyCuration", faults });
}

/** Ordered by folder, then file, by code units; lines end in "\n". */
export function encodeCuration(rows: readonly CurationRow[]): string {
  const lines = rows
    .toSorted(compareRows)
    .map(({ folder, file, decision, reason }) =>
      csvRow([folder, file, decisionText(decision), reason]),
    );
  return [COLUMNS, ...lines, ""].join("\n");
}

/**
 * Adds decisions to earlier ones: about one photo the later counts, but what a
 * person decided is not undone by a rule.
 *
 * @returns in the file's order
 */
export function mergeCuration(
  earlier: readonly CurationRow[],
  later: readonly CurationRow[],
): readonly CurationRow[] {
  const merged = new Map<string, CurationRow>();
  for (const row of [...earlier, ...later]) {
    const known = merged.get(curatedPhoto(row));
    if (known && isAutomatic(row) && !isAutomatic(known)) continue;
    merged.set(curatedPhoto(row), row);
  }
  return [...merged.values()].toSorted(compareRows);
}

/** A reason that says that a rule decided, not a person. */
export function automaticReason(why: string): string {
  return `${AUTO_MARK}${why}`;
}

export function isAutomatic({ reason }: CurationRow): boolean {
  return reason.startsWith(AUTO_MARK);
}

/**
 * The photo's name as reports have it, for comparison: macOS stores accents
 * apart from their letters, others do not, and the file is shared by both.
 */
export function curatedPhoto({ folder, file }: Pick<CurationRow, "folder" | "file">): string {
  return `${folder}/${file}`.normalize("NFC");
}

export function curationFaultText(fault: CurationFault): string {
  const line = `line ${fault.line}`;
  switch (fault.kind) {
    case "wrongColumns":
      return `${line}: the columns are "${fault.found}", not "${COLUMNS}"`;
    case "damagedRow":
      return `${line}: ${fault.message}`;
    case "unknownDecision":
      return `${line}: "${fault.found}" is not one of keep, drop, move to FOLDER`;
    case "movedToItsOwnFolder":
      return `${line}: the photo is in ${fault.folder} already`;
    case "decidedTwice":
      return `${line}: ${fault.photo} was decided in line ${fault.firstLine} already`;
    default:
      return assertNever(fault);
  }
}

interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the parser's option `info` makes of a record; its types do not know. */
interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: InfoRecord;
}

function parseTable(text: string): Result<readonly TableLine[], CurationFault> {
  try {
    const records = parse(text, {
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n"],
    }) as unknown as readonly ParsedRecord[];
    return ok(records.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (e) {
    if (!(e instanceof CsvError)) throw e;
    return fail({ kind: "damagedRow", line: Number(e["lines"]), message: e.message });
  }
}

function decodeRow(cells: readonly string[], line: number): Result<CurationRow, CurationFault> {
  const [folder, file, decided, reason] = cells;
  if (cells.length !== 4 || reason === undefined)
    return fail({
      kind: "damagedRow",
      line,
      message: `${cells.length} columns instead of 4; a cell with a comma needs quotes`,
    });
  if (!isFileName(folder) || !isFileName(file))
    return fail({ kind: "damagedRow", line, message: "folder and file must each be one name" });
  const decision = decodeDecision(decided!.trim());
  if (!decision) return fail({ kind: "unknownDecision", line, found: decided! });
  if (decision.kind === "move" && decision.to === folder)
    return fail({ kind: "movedToItsOwnFolder", line, folder });
  return ok({ folder, file, decision, reason });
}

function isFileName(text: string | undefined): text is string {
  return text !== undefined && text !== "" && !text.includes("/");
}

function decodeDecision(text: string): Decision | undefined {
  if (text === "keep" || text === "drop") return { kind: text };
  const to = MOVE.exec(text)?.[1];
  return to === undefined ? undefined : { kind: "move", to };
}

function decisionText(decision: Decision): string {
  return decision.kind === "move" ? `move to ${decision.to}` : decision.kind;
}

function compareRows(a: CurationRow, b: CurationRow): number {
  return compare(a.folder, b.folder) || compare(a.file, b.file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
