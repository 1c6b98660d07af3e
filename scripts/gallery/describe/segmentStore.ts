/** A folder of segments, its records found by their photo's hash. */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { assert } from "../../../src/shared/assert.ts";
import { indexSegment, SEGMENT_NAME, type SegmentError } from "./segmentFile.ts";

/** Where the records lie, not the records: some 200 bytes of memory for each. */
export interface SegmentStore {
  readonly folder: string;
  /** Records. */
  readonly size: number;
  /** Segments that were left out; what only they hold is not in the store. */
  readonly damaged: readonly SegmentError[];
  has(sha256: string): boolean;
  /**
   * The record's line; nothing where there is none. Read from the disk each
   * time, about 20 µs.
   *
   * @throws when its segment has vanished since
   */
  read(sha256: string): string | undefined;
  /** Takes in a segment that was written since the store was opened; a damaged one is left out. */
  takeIn(name: string): Promise<void>;
}

interface Place {
  readonly path: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Reads every segment once, checks it against its name and indexes it. Of two
 * records of one photo the one in the first segment by name counts.
 *
 * @param folder absent: an empty store
 */
export async function openSegmentStore(folder: string): Promise<SegmentStore> {
  const places = new Map<string, Place>();
  const damaged: SegmentError[] = [];
  const takeIn = async (name: string): Promise<void> => {
    const entries = await indexSegment(folder, name);
    if (!entries.ok) {
      damaged.push(entries.error);
      return;
    }
    const path = join(folder, name);
    for (const { sha256, start, length } of entries.value)
      if (!places.has(sha256)) places.set(sha256, { path, start, length });
  };
  for (const name of await segmentNames(folder)) await takeIn(name);
  return {
    folder,
    get size() {
      return places.size;
    },
    damaged,
    has: (sha256) => places.has(sha256),
    read: (sha256) => {
      const place = places.get(sha256);
      return place && readPlace(place);
    },
    takeIn,
  };
}

/** Sorted; none where there is no such folder. What is still being written has another name. */
export async function segmentNames(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => SEGMENT_NAME.test(name)).sort();
}

function readPlace({ path, start, length }: Place): string {
  const bytes = Buffer.allocUnsafe(length);
  const file = openSync(path, "r");
  try {
    assert(readSync(file, bytes, 0, length, start) === length, `${path} is as it was`);
  } finally {
    closeSync(file);
  }
  return bytes.toString("utf8");
}
