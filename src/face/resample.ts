import { pixelKernels, reserve, type PixelKernels } from "./pixelKernels.ts";
import type { RgbaImage, RgbPixels } from "./rgbaImage.ts";
import { applySimilarity, scaleOf, type Similarity } from "./similarity.ts";

/** Beyond 16 × 16 samples a pixel the mean no longer changes by a grey level (unmeasured; bounds the cost). */
const MAX_SAMPLES_A_SIDE = 16;

/** What lies outside the image: its nearest edge pixel, or black. */
export type Outside = "edge" | "black";

export interface CutOptions {
  /** "edge" if absent. */
  readonly outside?: Outside;
  /** Of the image, at most; 1 if absent. At 2, enough for a picture that is only looked at, the cut takes a quarter of the time. */
  readonly pxBetweenSamples?: 1 | 2;
}

/** Whole pixels of an image: from `left` and `top` up to, without, `right` and `bottom`. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Cut {
  /** Moves px of the result to px of the image. */
  readonly toImage: Similarity;
  readonly width: number;
  readonly outside: Outside;
  readonly samplesASide: number;
}

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
  { outside = "edge", pxBetweenSamples = 1 }: CutOptions = {},
): RgbPixels {
  const data = new Float32Array(width * height * 3);
  const samples = Math.ceil(scaleOf(toImage) / pxBetweenSamples - 1e-6);
  const samplesASide = Math.min(MAX_SAMPLES_A_SIDE, Math.max(1, samples));
  const cut: Cut = { toImage, width, outside, samplesASide };
  const kernels = pixelKernels();
  if (kernels) cutWithKernel(kernels, image, cut, 0, height, data);
  else cutInPlainCode(image, cut, height, data);
  return { width, height, data };
}

/** The pixels of an image that a cut of rows `firstRow` to `endRow` may read, at least one. */
export function reachOfCut(
  toImage: Similarity,
  width: number,
  firstRow: number,
  endRow: number,
  image: { readonly width: number; readonly height: number },
): PixelArea {
  const corners = [
    { x: 0, y: firstRow },
    { x: width, y: firstRow },
    { x: 0, y: endRow },
    { x: width, y: endRow },
  ].map((corner) => applySimilarity(toImage, corner));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right] = within(Math.min(...xs), Math.max(...xs), image.width);
  const [top, bottom] = within(Math.min(...ys), Math.max(...ys), image.height);
  return { left, top, right, bottom };
}

/** With a pixel's room for the neighbours that a sample between two pixels is mixed of. */
function within(least: number, most: number, length: number): [first: number, end: number] {
  const first = Math.min(length - 1, Math.max(0, Math.floor(least) - 1));
  return [first, Math.max(first + 1, Math.min(length, Math.ceil(most) + 2))];
}

/** The same similarity, for an image of which only `area` is there. */
export function fromArea(toImage: Similarity, { left, top }: PixelArea): Similarity {
  return { ...toImage, tx: toImage.tx - left, ty: toImage.ty - top };
}

/** Of the image as much as stays in a processor's cache; unmeasured. */
const MAX_AREA_BYTES = 1 << 20;

/** In halves where much of the image would have to be copied at once. */
function cutWithKernel(
  kernels: PixelKernels,
  image: RgbaImage,
  cut: Cut,
  firstRow: number,
  endRow: number,
  data: Float32Array,
): void {
  const { toImage, width, outside, samplesASide } = cut;
  const area = reachOfCut(toImage, width, firstRow, endRow, image);
  const areaWidth = area.right - area.left;
  const areaHeight = area.bottom - area.top;
  if (areaWidth * areaHeight * 4 > MAX_AREA_BYTES && endRow - firstRow > 1) {
    const middle = (firstRow + endRow) >> 1;
    cutWithKernel(kernels, image, cut, firstRow, middle, data);
    cutWithKernel(kernels, image, cut, middle, endRow, data);
    return;
  }
  const out = (areaWidth * (areaHeight + 1) + 4) * 4;
  const length = (endRow - firstRow) * width * 3;
  reserve(kernels, out + (length + 4) * 4);
  const pixels = new Uint8ClampedArray(kernels.memory.buffer);
  for (let row = 0; row < areaHeight; row++) {
    const from = ((area.top + row) * image.width + area.left) * 4;
    pixels.set(image.data.subarray(from, from + areaWidth * 4), row * areaWidth * 4);
  }
  const { a, b, tx, ty } = fromArea(toImage, area);
  kernels.cut(
    ...[0, areaWidth, areaHeight, out, width, firstRow, endRow, samplesASide, a, b, tx, ty],
    outside === "black" ? 1 : 0,
  );
  data.set(new Float32Array(kernels.memory.buffer, out, length), firstRow * width * 3);
}

function cutInPlainCode(image: RgbaImage, cut: Cut, height: number, data: Float32Array): void {
  const sum = new Float64Array(3);
  const count = cut.samplesASide ** 2;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < cut.width; x++) {
      sumSamples(image, cut, x, y, sum);
      for (let c = 0; c < 3; c++) data[at++] = sum[c]! / count;
    }
  }
}

/** The sum of the colours at the samples of one pixel of the cut, into `sum`. */
function sumSamples(
  image: RgbaImage,
  { toImage: { a, b, tx, ty }, outside, samplesASide }: Cut,
  px: number,
  py: number,
  sum: Float64Array,
): void {
  sum.fill(0);
  for (let j = 0; j < samplesASide; j++) {
    const v = py + (j + 0.5) / samplesASide;
    for (let i = 0; i < samplesASide; i++) {
      const u = px + (i + 0.5) / samplesASide;
      // Pixel centres lie at half integers on both sides.
      addBilinear(image, a * u - b * v + tx - 0.5, b * u + a * v + ty - 0.5, outside, sum);
    }
  }
}

/** Adds the colour at (x, y), in px with pixel centres at integers, to `sum`. */
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

/** The same as a picture to show, rounded to whole grey levels. */
export function toRgbaImage({ width, height, data }: RgbPixels): RgbaImage {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    rgba[to] = data[from]!;
    rgba[to + 1] = data[from + 1]!;
    rgba[to + 2] = data[from + 2]!;
  }
  return { width, height, data: rgba };
}

/** The picture mirrored left to right. */
export function mirrored({ width, height, data }: RgbPixels): RgbPixels {
  const result = new Float32Array(data.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = width - 1; x >= 0; x--)
      for (let c = 0; c < 3; c++) result[at++] = data[(y * width + x) * 3 + c]!;
  return { width, height, data: result };
}
