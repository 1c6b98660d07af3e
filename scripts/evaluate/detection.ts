/** In how many photos a face is found: the engine beside the stock detectors. */
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SsdMobilenetv1Options, TinyFaceDetectorOptions } from "@vladmandic/face-api";

import { mergeBoxes } from "../../src/face/mergeBoxes.ts";
import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { ENGINE_VERSION } from "../engine/engineVersion.ts";
import { openNodeEngine } from "../engine/openNodeEngine.ts";
import {
  openStockNetworks,
  toNetInput,
  toTensor,
  type StockNetworks,
} from "../engine/stockNetworks.ts";
import { describePhotos } from "../gallery/describe/describePhotos.ts";
import { openDescriptionStore } from "../gallery/describe/descriptionStore.ts";
import type { PhotoFile } from "../gallery/scan.ts";
import { decodePhotoFile } from "../photo/decodePhoto.ts";
import { listPhotos } from "./listPhotos.ts";

/** What the stock detectors at their usual settings count in one photo. */
interface StockCounts {
  readonly sha256: string;
  readonly ssd: number;
  readonly tiny: number;
  /** Both together, a face that both see counted once. */
  readonly together: number;
}

export interface DetectionFigures {
  readonly folder: string;
  readonly photos: number;
  /** Not decodable; not counted in `photos`. */
  readonly undecodable: number;
  /** Photos with at least one face. */
  readonly found: Readonly<Record<"ours" | "ssd" | "tiny" | "together", number>>;
  /** Photos in which we find fewer faces than the two stock detectors together, by name. */
  readonly fewerThanStock: readonly string[];
}

export interface DetectionTask {
  readonly folder: string;
  readonly cacheDir: string;
  readonly jobs: number;
  readonly every: number;
}

/** Counts faces in every photo below a folder. */
export async function compareDetection(task: DetectionTask): Promise<DetectionFigures> {
  const photos = (await listPhotos(task.folder, task.cacheDir)).filter(
    (_, i) => i % task.every === 0,
  );
  const store = await openDescriptionStore(task.cacheDir, ENGINE_VERSION);
  await describePhotos(photos, store, task);
  const stock = await countStockFaces(photos, join(task.cacheDir, "stock-detection.jsonl"));

  let undecodable = 0;
  const found = { ours: 0, ssd: 0, tiny: 0, together: 0 };
  const fewerThanStock: string[] = [];
  for (const { name, sha256 } of photos) {
    const description = store.get(sha256);
    const counts = stock.get(sha256);
    if (!description?.ok || !counts) {
      undecodable++;
      continue;
    }
    const ours = description.value.faces.length;
    if (ours > 0) found.ours++;
    if (counts.ssd > 0) found.ssd++;
    if (counts.tiny > 0) found.tiny++;
    if (counts.together > 0) found.together++;
    if (ours < counts.together) fewerThanStock.push(`${name} (${ours} of ${counts.together})`);
  }
  return {
    folder: task.folder,
    photos: photos.length - undecodable,
    undecodable,
    found,
    fewerThanStock,
  };
}

/** From the file of earlier runs where it has them, else counted and added to it. */
async function countStockFaces(
  photos: readonly PhotoFile[],
  file: string,
): Promise<ReadonlyMap<string, StockCounts>> {
  const known = new Map<string, StockCounts>();
  await mkdir(join(file, ".."), { recursive: true });
  await appendFile(file, "");
  for (const line of (await readFile(file, "utf8")).split("\n").filter(Boolean)) {
    const counts = JSON.parse(line) as StockCounts;
    known.set(counts.sha256, counts);
  }
  const missing = photos.filter(({ sha256 }) => !known.has(sha256));
  if (missing.length === 0) return known;

  const engine = await openNodeEngine();
  const stock = await openStockNetworks();
  for (const { path, sha256 } of missing) {
    const photo = await decodePhotoFile(path);
    if (!photo.ok) continue;
    const counts = { sha256, ...(await countFaces(stock, photo.value)) };
    known.set(sha256, counts);
    await appendFile(file, `${JSON.stringify(counts)}\n`);
  }
  stock.dispose();
  engine.dispose();
  return known;
}

/** Source of the settings: the defaults of face-api (SSD 0.5; Tiny at 416, 0.5). */
async function countFaces(
  { ssd, tiny }: StockNetworks,
  photo: RgbaImage,
): Promise<Omit<StockCounts, "sha256">> {
  const pixels = toTensor(photo);
  try {
    const input = toNetInput([pixels]);
    const bySsd = await ssd.locateFaces(input, new SsdMobilenetv1Options());
    const byTiny = await tiny.locateFaces(input, new TinyFaceDetectorOptions());
    const together = mergeBoxes(
      [...bySsd, ...byTiny].map(({ box: { x, y, width, height }, score }) => ({
        box: { x, y, width, height },
        score,
      })),
      0.4,
    );
    return { ssd: bySsd.length, tiny: byTiny.length, together: together.length };
  } finally {
    pixels.dispose();
  }
}
