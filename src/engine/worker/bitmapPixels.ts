/** A decoded photo whose pixels are copied out of the browser only where and when they are needed. */
import type { PhotoPixels } from "../../face/photoPixels.ts";
import { cutSimilarity, fromArea, reachOfCut, type PixelArea } from "../../face/resample.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import { BAND_ROWS, createShrinker, shrunkSize } from "../../face/shrinkToFit.ts";
import { assert } from "../../shared/assert.ts";

/**
 * The photo for the engine; the caller closes `bitmap` afterwards. A copy of
 * all of a 12-megapixel photo takes 96 MB, on the canvas and off it; it is shrunk
 * in bands, which take 2. A cut copies the area that it reaches at once: as much
 * as the face takes of the photo.
 */
export function bitmapPixels(bitmap: ImageBitmap): PhotoPixels {
  const { width, height } = bitmap;
  return {
    width,
    height,
    shrunkTo: (longSidePx) => shrunkTo(bitmap, longSidePx),
    cut: (toPhoto, cutWidth, cutHeight, options) => {
      const area = reachOfCut(toPhoto, cutWidth, 0, cutHeight, bitmap);
      const image = readArea(bitmap, area);
      return cutSimilarity(image, fromArea(toPhoto, area), cutWidth, cutHeight, options);
    },
  };
}

/** All of it. */
export function readPixels(bitmap: ImageBitmap): RgbaImage {
  const { width, height } = bitmap;
  return readArea(bitmap, { left: 0, top: 0, right: width, bottom: height });
}

function readArea(bitmap: ImageBitmap, { left, top, right, bottom }: PixelArea): RgbaImage {
  const [width, height] = [right - left, bottom - top];
  const context = canvasOf(width, height);
  context.drawImage(bitmap, -left, -top);
  const { data } = context.getImageData(0, 0, width, height);
  release(context);
  return { width, height, data };
}

function shrunkTo(bitmap: ImageBitmap, longSidePx: number): RgbaImage {
  const size = shrunkSize(bitmap, longSidePx);
  if (size.width === bitmap.width && size.height === bitmap.height) return readPixels(bitmap);
  const shrinker = createShrinker(bitmap, size);
  const context = canvasOf(bitmap.width, Math.min(BAND_ROWS, bitmap.height));
  for (let top = 0; top < bitmap.height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, bitmap.height - top);
    context.drawImage(bitmap, 0, -top);
    shrinker.add(context.getImageData(0, 0, bitmap.width, rows).data);
  }
  release(context);
  return shrinker.finish();
}

function canvasOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(width, height);
  // Without it the pixels may come back from the GPU, not exactly as they went in.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  assert(context !== null, "there are 2D contexts in the worker");
  return context;
}

/** At once: a photo of several people takes a dozen canvases, and nobody knows when they would be collected. */
function release({ canvas }: OffscreenCanvasRenderingContext2D): void {
  canvas.width = 0;
  canvas.height = 0;
}
