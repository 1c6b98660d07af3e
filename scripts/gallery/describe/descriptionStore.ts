/** What the engine said of each photo, kept by the photo's content and the engine's version. */
import { join } from "node:path";

import type { DescribedFace, PhotoDescription } from "./describedPhoto.ts";
import { parseDescription, parseStockCrops } from "./descriptionRecord.ts";
import type { SegmentError } from "./segmentFile.ts";
import { openSegmentStore, type SegmentStore } from "./segmentStore.ts";

/** Raised when the records change their layout. */
const LAYOUT = 2;

export interface DescriptionStore {
  readonly engineVersion: string;
  /** Photos described. */
  readonly size: number;
  readonly damaged: readonly SegmentError[];
  has(sha256: string): boolean;
  /**
   * Nothing when the photo was not described. Read from the disk each time,
   * about 60 µs.
   *
   * @throws when the record is not as it was written
   */
  get(sha256: string): PhotoDescription | undefined;
  /** The records themselves, for those who add to them. */
  readonly records: SegmentStore;
  /** Of the same photos, on face-api's own crop; mostly empty. */
  readonly stockCrops: SegmentStore;
}

/** The parts of a store, each in a folder of its own below the work folder. */
export const STORE_PARTS = ["descriptions", "stock-crops"] as const;
export type StorePart = (typeof STORE_PARTS)[number];

/**
 * @param workDir may be shared by several runs at once, on several machines;
 *   what they write after this is not seen
 */
export async function openDescriptionStore(
  workDir: string,
  engineVersion: string,
): Promise<DescriptionStore> {
  const open = (part: StorePart) => openSegmentStore(storeFolder(workDir, part, engineVersion));
  const [records, stockCrops] = [await open("descriptions"), await open("stock-crops")];
  return {
    engineVersion,
    get size() {
      return records.size;
    },
    get damaged() {
      return [...records.damaged, ...stockCrops.damaged];
    },
    has: (sha256) => records.has(sha256),
    get: (sha256) => {
      const line = records.read(sha256);
      return line === undefined
        ? undefined
        : withStockCrops(parseDescription(line), stockCrops.read(sha256));
    },
    records,
    stockCrops,
  };
}

/** The folder's name holds the engine's version and the layout: other ones never meet. */
export function storeFolder(workDir: string, part: StorePart, engineVersion: string): string {
  return join(workDir, part, storeName(engineVersion));
}

export function storeName(engineVersion: string): string {
  return `${engineVersion.replaceAll(/\W+/g, "-")}-${LAYOUT}`;
}

function withStockCrops(description: PhotoDescription, line: string | undefined): PhotoDescription {
  if (!description.ok || line === undefined) return description;
  const stock = parseStockCrops(line);
  const { faces, ...photo } = description.value;
  return {
    ok: true,
    value: {
      ...photo,
      faces: faces.map((face, i): DescribedFace => {
        const stockDescriptor = stock[i];
        return stockDescriptor ? { ...face, stockDescriptor } : face;
      }),
    },
  };
}
