import { pixelKernels, reserve, type PixelKernels } from "./pixelKernels.ts";
import type { RgbaImage } from "./rgbaImage.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The image with its longer side at most `longSidePx`, each pixel the exact
 * mean of the area it covers. Never enlarges; the same object if it fits.
 *
 * Cost one pass over the image.
 */
export function shrinkToFit(image: RgbaImage, longSidePx: number): RgbaImage {
  const size = shrunkSize(image, longSidePx);
  if (size.width === image.width && size.height === image.height) return image;
  const shrinker = createShrinker(image, size);
  const bandLength = BAND_ROWS * image.width * 4;
  for (let at = 0; at < image.data.length; at += bandLength)
    shrinker.add(image.data.subarray(at, at + bandLength));
  return shrinker.finish();
}

/** Rows of an image that are worked on at once; some 1 MB of the largest photo. */
export const BAND_ROWS = 64;

/** The size that shrinkToFit gives. */
export function shrunkSize({ width, height }: Size, longSidePx: number): Size {
  const longest = Math.max(width, height);
  if (longest <= longSidePx) return { width, height };
  return {
    width: Math.max(1, Math.round((width * longSidePx) / longest)),
    height: Math.max(1, Math.round((height * longSidePx) / longest)),
  };
}

/** Shrinks an image that comes in bands, so that it never has to be in memory as a whole. */
export interface Shrinker {
  /** The next rows, from the top: whole ones, shape [rows, width, 4]. */
  readonly add: (band: Uint8ClampedArray) => void;
  /** Once all rows are in. */
  readonly finish: () => RgbaImage;
}

/** Rows of the result that are being summed up. */
interface RowSums {
  /** Adds a row of the band, times `share`. */
  readonly addRow: (row: number, share: number) => void;
  /** Writes the sums to the result's next row and starts over. */
  readonly endRow: () => void;
}

/** @param to no larger than `from` */
export function createShrinker(from: Size, to: Size): Shrinker {
  const data = new Uint8ClampedArray(to.width * to.height * 4).fill(255);
  const kernels = pixelKernels();
  const step = from.height / to.height;
  const sums = new Float32Array(to.width * 4);
  let targetRow = 0;
  let sourceRow = 0;

  function addBand(band: Uint8ClampedArray, { addRow, endRow }: RowSums): void {
    const rows = band.length / (from.width * 4);
    for (let row = 0; row < rows; row++, sourceRow++)
      // A row on the border of two results belongs to both in part.
      while (targetRow < to.height) {
        const start = targetRow * step;
        const end = Math.min(from.height, start + step);
        const share = Math.min(sourceRow + 1, end) - Math.max(sourceRow, start);
        if (share > 0) addRow(row, share / step);
        if (end > sourceRow + 1) break;
        endRow();
        targetRow++;
      }
  }

  return {
    add: (band) => {
      const target = data.subarray(targetRow * to.width * 4);
      if (kernels) withKernels(kernels, band, from.width, sums, target, addBand);
      else inPlainCode(band, from.width, sums, target, addBand);
    },
    finish: () => ({ width: to.width, height: to.height, data }),
  };
}

type AddBand = (band: Uint8ClampedArray, rowSums: RowSums) => void;

/** @param sums four numbers a pixel, carried from band to band */
function withKernels(
  kernels: PixelKernels,
  band: Uint8ClampedArray,
  width: number,
  sums: Float32Array,
  target: Uint8ClampedArray,
  addBand: AddBand,
): void {
  const shrunkWidth = sums.length / 4;
  const rowLength = shrunkWidth * 4;
  const sumsAt = aligned(band.length);
  const outAt = sumsAt + sums.byteLength;
  reserve(kernels, outAt + rowLength);
  const bytes = new Uint8ClampedArray(kernels.memory.buffer);
  const kernelSums = new Float32Array(kernels.memory.buffer, sumsAt, sums.length);
  bytes.set(band);
  kernelSums.set(sums);
  let at = 0;
  addBand(band, {
    addRow: (row, share) => {
      kernels.addRow(row * width * 4, width, shrunkWidth, sumsAt, share);
    },
    endRow: () => {
      kernels.writeRow(sumsAt, shrunkWidth, outAt);
      target.set(bytes.subarray(outAt, outAt + rowLength), at);
      at += rowLength;
    },
  });
  sums.set(kernelSums);
}

/** To the next multiple of a vector's 16 bytes. */
function aligned(byteCount: number): number {
  return (byteCount + 15) & ~15;
}

/** The same where there are no kernels. */
function inPlainCode(
  band: Uint8ClampedArray,
  width: number,
  sums: Float32Array,
  target: Uint8ClampedArray,
  addBand: AddBand,
): void {
  let at = 0;
  addBand(band, {
    addRow: (row, share) => {
      addRowInPlainCode(band.subarray(row * width * 4), width, sums, share);
    },
    endRow: () => {
      target.set(sums, at);
      at += sums.length;
      sums.fill(0);
    },
  });
}

function addRowInPlainCode(
  row: Uint8ClampedArray,
  width: number,
  sums: Float32Array,
  share: number,
): void {
  const shrunkWidth = sums.length / 4;
  const step = width / shrunkWidth;
  for (let x = 0; x < shrunkWidth; x++) {
    const start = x * step;
    const end = Math.min(width, start + step);
    for (let c = 0; c < 4; c++) {
      let sum = 0;
      for (let sx = Math.floor(start); sx < end; sx++)
        sum += (Math.min(sx + 1, end) - Math.max(sx, start)) * row[sx * 4 + c]!;
      // Rounded to single precision before it is added: as the kernel, and as the gallery was built.
      sums[x * 4 + c]! += share * Math.fround(sum / step);
    }
  }
}
