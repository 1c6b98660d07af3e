import type { RgbaImage, RgbPixels } from "./rgbaImage.ts";
import { scaleOf, type Similarity } from "./similarity.ts";

/** Beyond 16 × 16 samples a pixel the mean no longer changes by a grey level (unmeasured; bounds the cost). */
const MAX_SAMPLES_A_SIDE = 16;

/** What lies outside the image: its nearest edge pixel, or black. */
export type Outside = "edge" | "black";

/**
 * Cuts a `width` × `height` picture out of `image` through a similarity.
 *
 * @param toImage moves px of the result to px of `image`
 *
 * Bilinear; where the picture shrinks, each pixel is the mean of n × n samples
 * spread over its area (n the scale, rounded up), so that fine detail does not
 * alias. Not rounded: two backends whose landmarks differ in the sixth digit
 * would else see grey levels jump. Cost width · height · n² samples.
 */
export function cutSimilarity(
  image: RgbaImage,
  toImage: Similarity,
  width: number,
  height: number,
  outside: Outside = "edge",
): RgbPixels {
  const { a, b, tx, ty } = toImage;
  const samples = Math.min(MAX_SAMPLES_A_SIDE, Math.max(1, Math.ceil(scaleOf(toImage) - 1e-6)));
  const count = samples * samples;
  const data = new Float32Array(width * height * 3);
  const sum = new Float64Array(3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0);
      for (let j = 0; j < samples; j++) {
        const v = y + (j + 0.5) / samples;
        for (let i = 0; i < samples; i++) {
          const u = x + (i + 0.5) / samples;
          // Pixel centres lie at half integers on both sides.
          addBilinear(image, a * u - b * v + tx - 0.5, b * u + a * v + ty - 0.5, outside, sum);
        }
      }
      for (let c = 0; c < 3; c++) data[at++] = sum[c]! / count;
    }
  }
  return { width, height, data };
}

/** The same as a picture to show, rounded to whole grey levels. */
export function toRgbaImage({ width, height, data }: RgbPixels): RgbaImage {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4)
    for (let c = 0; c < 3; c++) rgba[to + c] = data[from + c]!;
  return { width, height, data: rgba };
}

/** Adds the colour at (x, y), in px with pixel centres at integers, to `sum`. Hot. */
function addBilinear(
  { width, height, data }: RgbaImage,
  x: number,
  y: number,
  outside: Outside,
  sum: Float64Array,
): void {
  if (outside === "black" && (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5)) return;
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const fx = cx - x0;
  const fy = cy - y0;
  const right = x0 + 1 < width ? 4 : 0;
  const down = y0 + 1 < height ? width * 4 : 0;
  const p = (y0 * width + x0) * 4;
  const w00 = (1 - fx) * (1 - fy);
  const w10 = fx * (1 - fy);
  const w01 = (1 - fx) * fy;
  const w11 = fx * fy;
  for (let c = 0; c < 3; c++) {
    const q = p + c;
    sum[c]! +=
      w00 * data[q]! +
      w10 * data[q + right]! +
      w01 * data[q + down]! +
      w11 * data[q + right + down]!;
  }
}

/**
 * The image with its longer side at most `longSidePx`, each pixel the exact
 * mean of the area it covers. Never enlarges; the same object if it fits.
 *
 * Cost one pass over the image.
 */
export function shrinkToFit(image: RgbaImage, longSidePx: number): RgbaImage {
  const longest = Math.max(image.width, image.height);
  if (longest <= longSidePx) return image;
  const width = Math.max(1, Math.round((image.width * longSidePx) / longest));
  const height = Math.max(1, Math.round((image.height * longSidePx) / longest));
  return averageDown(averageAcross(image, width), image.height, width, height);
}

/** @returns shape [image.height, width, 3], means over the columns. Row by row: hot on a 12-megapixel photo. */
function averageAcross({ width: from, height, data }: RgbaImage, width: number): Float32Array {
  const result = new Float32Array(height * width * 3);
  const step = from / width;
  for (let y = 0, target = 0; y < height; y++) {
    for (let x = 0; x < width; x++, target += 3) {
      const start = x * step;
      const end = Math.min(from, start + step);
      let [red, green, blue] = [0, 0, 0];
      for (let sx = Math.floor(start); sx < end; sx++) {
        const weight = Math.min(sx + 1, end) - Math.max(sx, start);
        const source = (y * from + sx) * 4;
        red += weight * data[source]!;
        green += weight * data[source + 1]!;
        blue += weight * data[source + 2]!;
      }
      result[target] = red / step;
      result[target + 1] = green / step;
      result[target + 2] = blue / step;
    }
  }
  return result;
}

/** @param rows shape [sourceHeight, width, 3] */
function averageDown(
  rows: Float32Array,
  sourceHeight: number,
  width: number,
  height: number,
): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const step = sourceHeight / height;
  const row = new Float32Array(width * 3);
  for (let y = 0; y < height; y++) {
    row.fill(0);
    const from = y * step;
    const to = Math.min(sourceHeight, from + step);
    for (let sy = Math.floor(from); sy < to; sy++) {
      const weight = (Math.min(sy + 1, to) - Math.max(sy, from)) / step;
      const source = sy * width * 3;
      for (let i = 0; i < row.length; i++) row[i]! += weight * rows[source + i]!;
    }
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) data[(y * width + x) * 4 + c] = row[x * 3 + c]!;
  }
  return { width, height, data };
}

/** The picture mirrored left to right. */
export function mirrored({ width, height, data }: RgbPixels): RgbPixels {
  const result = new Float32Array(data.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = width - 1; x >= 0; x--)
      for (let c = 0; c < 3; c++) result[at++] = data[(y * width + x) * 3 + c]!;
  return { width, height, data: result };
}
