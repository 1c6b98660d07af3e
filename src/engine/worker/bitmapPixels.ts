/** A decoded photo whose pixels are copied out of the browser only where and when they are needed. */
import type { PhotoPixels } from "../../face/photoPixels.ts";
import { cutSimilarity, fromArea, reachOfCut } from "../../face/resample.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import { BAND_ROWS, createShrinker, shrunkSize } from "../../face/shrinkToFit.ts";
import { openPixelReader, type PixelReader } from "./pixelReader.ts";

/**
 * The photo for the engine; the caller closes it, and `bitmap` afterwards. A copy
 * of all of a 12-megapixel photo takes 48 MB; it is shrunk in bands, which take 1.
 * A cut copies the area that it reaches at once: as much as the face takes of the photo.
 */
export function bitmapPixels(
  bitmap: ImageBitmap,
): PhotoPixels & { readonly close: () => Promise<void> } {
  const { width, height } = bitmap;
  const opening = openPixelReader(bitmap);
  return {
    width,
    height,
    shrunkTo: async (longSidePx) => shrunkTo(bitmap, longSidePx, await opening),
    async cut(toPhoto, cutWidth, cutHeight, options) {
      const area = reachOfCut(toPhoto, cutWidth, 0, cutHeight, bitmap);
      const reader = await opening;
      const data = await reader.read(area);
      const image = { width: area.right - area.left, height: area.bottom - area.top, data };
      const cut = cutSimilarity(image, fromArea(toPhoto, area), cutWidth, cutHeight, options);
      if (reader.isBlueFirst) swapRedAndBlue(cut.data, 3);
      return cut;
    },
    close: () =>
      opening.then(
        (reader) => {
          reader.close();
        },
        // Whoever wanted to read has heard of it.
        () => undefined,
      ),
  };
}

/** All of it. */
export async function readPixels(bitmap: ImageBitmap): Promise<RgbaImage> {
  const reader = await openPixelReader(bitmap);
  try {
    return await readWhole(bitmap, reader);
  } finally {
    reader.close();
  }
}

async function readWhole(
  { width, height }: ImageBitmap,
  { read, isBlueFirst }: PixelReader,
): Promise<RgbaImage> {
  const data = await read({ left: 0, top: 0, right: width, bottom: height });
  if (isBlueFirst) swapRedAndBlue(data, 4);
  return { width, height, data };
}

async function shrunkTo(
  bitmap: ImageBitmap,
  longSidePx: number,
  reader: PixelReader,
): Promise<RgbaImage> {
  const { width, height } = bitmap;
  const size = shrunkSize(bitmap, longSidePx);
  if (size.width === width && size.height === height) return readWhole(bitmap, reader);
  const shrinker = createShrinker(bitmap, size);
  const buffer = new Uint8ClampedArray(width * Math.min(BAND_ROWS, height) * 4);
  for (let top = 0; top < height; top += BAND_ROWS) {
    const bottom = Math.min(height, top + BAND_ROWS);
    shrinker.add(await reader.read({ left: 0, top, right: width, bottom }, buffer));
  }
  const shrunk = shrinker.finish();
  // Each channel is shrunk by itself: once, of the few that are left.
  if (reader.isBlueFirst) swapRedAndBlue(shrunk.data, 4);
  return shrunk;
}

/** @param channels of a pixel, of which the first and the third change places */
function swapRedAndBlue(data: Uint8ClampedArray | Float32Array, channels: 3 | 4): void {
  for (let at = 0; at < data.length; at += channels) {
    const first = data[at]!;
    data[at] = data[at + 2]!;
    data[at + 2] = first;
  }
}
