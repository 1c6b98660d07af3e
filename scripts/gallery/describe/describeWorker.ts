/** One describing process: an engine, fed by its parent. */
import { assert } from "../../../src/shared/assert.ts";
import { ok } from "../../../src/shared/result.ts";
import { openNodeEngine, type NodeAnalysis, type NodeEngine } from "../../engine/openNodeEngine.ts";
import { decodePhotoFile } from "../../photo/decodePhoto.ts";
import type { DescribeRequest, WorkerReady } from "./describePhotos.ts";
import { openPhotoCache, type DescribedPhoto, type PhotoDescription } from "./photoCache.ts";

/**
 * Serves until the parent goes away. Only under `fork`.
 *
 * @param engineVersion the parent's: one run must not split where a source is edited meanwhile
 */
export async function serveDescriptions(cacheDir: string, engineVersion: string): Promise<void> {
  const engine = await openNodeEngine({ withStockCrop: true });
  const cache = openPhotoCache(cacheDir, engineVersion);
  process.on("disconnect", () => process.exit());
  process.on("message", (message) => {
    const { path, sha256 } = message as DescribeRequest;
    void describe(engine, path).then(async (description) => {
      // A file that cannot be read now may be readable in the next run.
      if (description.ok || description.error.kind !== "unreadable")
        await cache.put(sha256, description);
      sayReady();
    });
  });
  sayReady();
}

function sayReady(): void {
  process.send!({ ready: true } satisfies WorkerReady);
}

async function describe(engine: NodeEngine, path: string): Promise<PhotoDescription> {
  const photo = await decodePhotoFile(path);
  if (!photo.ok) return photo;
  return ok(withoutPixels(await engine.analyse(photo.value)));
}

function withoutPixels({ width, height, faces }: NodeAnalysis): DescribedPhoto {
  return {
    width,
    height,
    faces: faces.map(({ box, score, landmarks, quality, descriptor, stockDescriptor }) => {
      assert(stockDescriptor, "the engine was opened with the stock crop");
      return { box, score, landmarks, quality, descriptor, stockDescriptor };
    }),
  };
}
