/**
 * Decoded pixels: upright, sRGB, opaque (alpha already laid on white).
 *
 * `data` has shape [height, width, 4], row-major, each in 0–255; the fourth
 * channel is 255 and never read.
 */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * Pixels for a network: shape [height, width, 3], row-major, sRGB in 0–255,
 * not rounded.
 */
export interface RgbPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}
