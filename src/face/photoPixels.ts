import { cutSimilarity, type CutOptions } from "./resample.ts";
import type { RgbaImage, RgbPixels } from "./rgbaImage.ts";
import { shrinkToFit } from "./shrinkToFit.ts";
import type { Similarity } from "./similarity.ts";

/**
 * A photo as the engine reads it: small as a whole, and in full resolution where
 * a face is. A browser hands its pixels out when it has them.
 */
export interface PhotoPixels {
  readonly width: number;
  readonly height: number;
  /** See shrinkToFit. */
  readonly shrunkTo: (longSidePx: number) => Promise<RgbaImage>;
  /** See cutSimilarity; `toPhoto` moves px of the result to px of the photo. */
  readonly cut: (
    toPhoto: Similarity,
    width: number,
    height: number,
    options?: CutOptions,
  ) => Promise<RgbPixels>;
}

/** A photo that is in memory as a whole. */
export function wholePhoto(image: RgbaImage): PhotoPixels {
  return {
    width: image.width,
    height: image.height,
    shrunkTo: (longSidePx) => Promise.resolve(shrinkToFit(image, longSidePx)),
    cut: (toPhoto, width, height, options) =>
      Promise.resolve(cutSimilarity(image, toPhoto, width, height, options)),
  };
}
