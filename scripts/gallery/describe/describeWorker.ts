/** One describing process: an engine, fed by its parent. */
import { createHash } from "node:crypto";

import { assert } from "../../../src/shared/assert.ts";
import type { RgbaImage } from "../../../src/face/rgbaImage.ts";
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import { openNodeEngine, type NodeAnalysis, type NodeEngine } from "../../engine/openNodeEngine.ts";
import { describeStockCrop } from "../../engine/stockCrop.ts";
import { decodePhoto, readPhotoFile, type PhotoError } from "../../photo/decodePhoto.ts";
import type { DescribedPhoto } from "./describedPhoto.ts";
import { descriptionLine, stockCropLine } from "./descriptionRecord.ts";
import type { StorePart } from "./descriptionStore.ts";
import { writeSegment } from "./segmentFile.ts";
import type { BatchRequest, PhotoTask, WorkerMessage } from "./workerProtocol.ts";

/**
 * Serves until the parent goes away. Only under `fork`.
 *
 * @param folder where the segments go: the parent's, which knows the engine's
 *   version; one run must not split where a source is edited meanwhile
 */
export async function serveDescriptions(part: StorePart, folder: string): Promise<void> {
  process.on("disconnect", () => process.exit());
  const engine = await openNodeEngine();
  const lineOf = part === "descriptions" ? describeFaces : describeCrops;
  process.on("message", (message) => {
    void answerTo(message as BatchRequest, (task) => lineOf(engine, task), folder).then(say);
  });
  say({ kind: "ready" });
}

/** The line of a photo; nothing when the file cannot be read now, as it may be in the next run. */
type LineOf = (task: PhotoTask) => Promise<string | undefined>;

async function answerTo(
  { photos }: BatchRequest,
  lineOf: LineOf,
  folder: string,
): Promise<WorkerMessage> {
  const lines: string[] = [];
  try {
    for (const photo of photos) {
      const line = await lineOf(photo);
      if (line !== undefined) lines.push(line);
    }
  } catch (e) {
    return { kind: "engineFailed", message: String(e) };
  }
  const unreadable = photos.length - lines.length;
  if (lines.length === 0) return { kind: "described", unreadable };
  try {
    return { kind: "described", segment: await writeSegment(folder, lines), unreadable };
  } catch (e) {
    return { kind: "cannotWrite", message: String(e) };
  }
}

function say(message: WorkerMessage): void {
  process.send!(message, () => {
    if (message.kind === "engineFailed") process.exit(1);
  });
}

async function describeFaces(engine: NodeEngine, task: PhotoTask): Promise<string | undefined> {
  const photo = await decodeTask(task);
  if (photo.ok)
    return descriptionLine(task.sha256, ok(withoutPixels(await engine.analyse(photo.value))));
  return photo.error.kind === "unreadable" ? undefined : descriptionLine(task.sha256, photo);
}

async function describeCrops(engine: NodeEngine, task: PhotoTask): Promise<string | undefined> {
  const { landmarks, sha256 } = task;
  assert(landmarks, "the stock crop is cut around known landmarks");
  const photo = await decodeTask(task);
  if (!photo.ok) return undefined;
  const descriptors = [];
  for (const face of landmarks)
    descriptors.push(await describeStockCrop(engine.networks, photo.value, face));
  return stockCropLine(sha256, descriptors);
}

/** A file that is no longer the one that was scanned must not lend its faces to the old one's name. */
async function decodeTask({ path, sha256 }: PhotoTask): Promise<Result<RgbaImage, PhotoError>> {
  const bytes = await readPhotoFile(path);
  if (!bytes.ok) return bytes;
  if (createHash("sha256").update(bytes.value).digest("hex") !== sha256)
    return fail({ kind: "unreadable", message: "changed since it was scanned" });
  return decodePhoto(bytes.value);
}

function withoutPixels({ width, height, faces }: NodeAnalysis): DescribedPhoto {
  return {
    width,
    height,
    faces: faces.map(({ box, score, landmarks, quality, descriptor }) => {
      return { box, score, landmarks, quality, descriptor };
    }),
  };
}
