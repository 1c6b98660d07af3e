/** The stores of a job array's jobs put together. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { writeWhole } from "../atomicFile.ts";
import { STORE_PARTS, storeFolder, storeName, type StorePart } from "./descriptionStore.ts";
import { readSegment, type SegmentError } from "./segmentFile.ts";
import { segmentNames } from "./segmentStore.ts";

export interface MergeReport {
  /** Segments. */
  readonly copied: number;
  /** Segments that were there already. */
  readonly present: number;
  /** Left behind: their photos will be described again. */
  readonly damaged: readonly SegmentError[];
}

/**
 * Copies the segments of this engine's stores into one work folder. Those that
 * are there already stay; a second time nothing is left to do.
 *
 * @param from work folders; none of them is changed
 * @throws when one of them holds no store of this engine and layout
 */
export async function mergeStores(
  from: readonly string[],
  into: string,
  engineVersion: string,
): Promise<MergeReport> {
  for (const workDir of from) await checkVersion(workDir, engineVersion);
  const report = { copied: 0, present: 0, damaged: [] as SegmentError[] };
  for (const workDir of from)
    for (const part of STORE_PARTS) {
      const target = storeFolder(into, part, engineVersion);
      const source = storeFolder(workDir, part, engineVersion);
      for (const name of await segmentNames(source)) {
        const content = await readSegment(source, name);
        if (!content.ok) report.damaged.push(content.error);
        // A damaged one under the same name is mended.
        else if ((await readSegment(target, name)).ok) report.present++;
        else {
          await writeWhole(join(target, name), content.value);
          report.copied++;
        }
      }
    }
  return report;
}

async function checkVersion(workDir: string, engineVersion: string): Promise<void> {
  const part: StorePart = "descriptions";
  if (existsSync(storeFolder(workDir, part, engineVersion))) return;
  const folder = join(workDir, part);
  const others = existsSync(folder) ? (await readdir(folder)).sort() : [];
  throw new Error(
    others.length === 0
      ? `There are no descriptions in ${workDir}.`
      : `${folder} holds ${others.join(", ")}, not this engine's ${storeName(engineVersion)}: ` +
          `describe the photos with the same version, or merge with that one.`,
  );
}
