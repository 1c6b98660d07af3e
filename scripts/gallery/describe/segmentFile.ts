/** One segment of a store: an immutable file of records, a line each, named by its content's hash. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { fail, ok, type Result } from "../../../src/shared/result.ts";
import { writeWhole } from "../atomicFile.ts";

/** Where a record lies in its segment, bytes; without the line's end. */
export interface SegmentEntry {
  /** Of the photo that the record is about, in hex. */
  readonly sha256: string;
  readonly start: number;
  readonly length: number;
}

export interface SegmentError {
  readonly kind:
    | "unreadableSegment"
    /** Cut short or changed: its content is not what its name says. */
    | "damagedSegment";
  readonly name: string;
  readonly message: string;
}

export const SEGMENT_NAME = /^[0-9a-f]{64}\.jsonl$/;

const LINE_START = /^\{"sha256":"([0-9a-f]{64})"[,}]/;
/** As much of a line as `LINE_START` looks at. */
const START_BYTES = 77;
const NEWLINE = 0x0a;

/** @param record its keys follow the hash, by which alone a record is found */
export function recordLine(sha256: string, record: object): string {
  return JSON.stringify({ sha256, ...record });
}

/**
 * Writes a segment whole or not at all.
 *
 * @param lines of `recordLine`, at least one
 * @returns the segment's name in the folder
 */
export async function writeSegment(folder: string, lines: readonly string[]): Promise<string> {
  const content = Buffer.from(`${lines.join("\n")}\n`);
  const name = `${hashOf(content)}.jsonl`;
  await writeWhole(join(folder, name), content);
  return name;
}

/** What a segment holds, once its content is known to be what was written. */
export async function indexSegment(
  folder: string,
  name: string,
): Promise<Result<readonly SegmentEntry[], SegmentError>> {
  const content = await readSegment(folder, name);
  if (!content.ok) return content;
  const entries = entriesOf(content.value);
  return entries
    ? ok(entries)
    : fail({ kind: "damagedSegment", name, message: "a line that is no record" });
}

/** The segment's bytes, checked against its name. */
export async function readSegment(
  folder: string,
  name: string,
): Promise<Result<Buffer, SegmentError>> {
  let content: Buffer;
  try {
    content = await readFile(join(folder, name));
  } catch (e) {
    return fail({ kind: "unreadableSegment", name, message: String(e) });
  }
  return name === `${hashOf(content)}.jsonl`
    ? ok(content)
    : fail({ kind: "damagedSegment", name, message: "cut short or changed" });
}

function entriesOf(content: Buffer): readonly SegmentEntry[] | undefined {
  const entries: SegmentEntry[] = [];
  for (let start = 0; start < content.length;) {
    const end = content.indexOf(NEWLINE, start);
    const sha256 = LINE_START.exec(content.toString("latin1", start, start + START_BYTES))?.[1];
    if (end === -1 || sha256 === undefined) return undefined;
    entries.push({ sha256, start, length: end - start });
    start = end + 1;
  }
  return entries;
}

function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
