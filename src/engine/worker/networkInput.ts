/** Pixels as the networks want them: made here, so that tfjs runs the networks and nothing else. */
import { tensor4d, type Tensor4D } from "@tensorflow/tfjs-core";

import type { RgbaImage, RgbPixels } from "../../face/rgbaImage.ts";
import { assert } from "../../shared/assert.ts";

/** What a network expects of a pixel: `(value − mean) / divisor`. */
export interface Normalisation {
  /** Red, green, blue; in 0–255. */
  readonly mean: readonly [number, number, number];
  readonly divisor: number;
}

/**
 * The pictures, all of one size, as one tensor of shape [pictures, height,
 * width, 3]. The caller disposes it.
 */
export function toBatch(pictures: readonly RgbPixels[], normalisation: Normalisation): Tensor4D {
  const { width, height } = pictures[0]!;
  const size = width * height * 3;
  const values = new Float32Array(pictures.length * size);
  for (const [i, picture] of pictures.entries()) {
    assert(picture.width === width && picture.height === height, "pictures of one size");
    values.set(normalised(picture.data, normalisation), i * size);
  }
  return tensor4d(values, [pictures.length, height, width, 3]);
}

function normalised(data: Float32Array, { mean, divisor }: Normalisation): Float32Array {
  const values = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 3)
    for (let c = 0; c < 3; c++) values[i + c] = (data[i + c]! - mean[c]!) / divisor;
  return values;
}

/** A view as a detector wants it, see squareValues: shape [1, sidePx, sidePx, 3]. The caller disposes it. */
export function toSquare(view: RgbaImage, sidePx: number, normalisation: Normalisation): Tensor4D {
  return tensor4d(squareValues(view, sidePx, normalisation), [1, sidePx, sidePx, 3]);
}

/**
 * The view in the upper left corner of a black square, stretched so that the
 * square's side is `sidePx`: exactly what face-api's NetInput makes of it.
 *
 * Bilinear, pixel 0 on pixel 0 (TensorFlow's old way, `halfPixelCenters` and
 * `alignCorners` false): a detector's scores depend on it.
 *
 * @returns shape [sidePx, sidePx, 3], normalised
 */
export function squareValues(
  view: RgbaImage,
  sidePx: number,
  normalisation: Normalisation,
): Float32Array {
  const longest = Math.max(view.width, view.height);
  const square = onBlackSquare(view, longest, normalisation);
  return longest === sidePx ? square : stretched(square, longest, sidePx);
}

function onBlackSquare(
  { width, height, data }: RgbaImage,
  sidePx: number,
  normalisation: Normalisation,
): Float32Array {
  const [reds, greens, blues] = tablesOf(normalisation);
  const square = new Float32Array(sidePx * sidePx * 3);
  for (let y = 0, from = 0, to = 0; y < sidePx; y++) {
    const inside = y < height ? width : 0;
    for (let x = 0; x < inside; x++, to += 3, from += 4) {
      square[to] = reds[data[from]!]!;
      square[to + 1] = greens[data[from + 1]!]!;
      square[to + 2] = blues[data[from + 2]!]!;
    }
    for (let x = inside; x < sidePx; x++, to += 3) {
      square[to] = reds[0]!;
      square[to + 1] = greens[0]!;
      square[to + 2] = blues[0]!;
    }
  }
  return square;
}

/** What becomes of each of the 256 values, by channel. */
function tablesOf({ mean, divisor }: Normalisation) {
  const tableOf = (of: number) =>
    Float32Array.from({ length: 256 }, (_, value) => value / divisor - of / divisor);
  return [tableOf(mean[0]), tableOf(mean[1]), tableOf(mean[2])] as const;
}

/** Across, then down. Hot: called for every look of a detector. */
function stretched(source: Float32Array, fromPx: number, toPx: number): Float32Array {
  const { first, second, share } = neighbours(fromPx, toPx);
  const rowLength = toPx * 3;
  const rows = new Float32Array(fromPx * rowLength);
  for (let y = 0, to = 0; y < fromPx; y++) {
    const row = y * fromPx * 3;
    for (let x = 0; x < toPx; x++, to += 3) {
      const left = row + first[x]! * 3;
      const right = row + second[x]! * 3;
      const part = share[x]!;
      for (let c = 0; c < 3; c++) {
        const value = source[left + c]!;
        rows[to + c] = value + (source[right + c]! - value) * part;
      }
    }
  }
  const values = new Float32Array(toPx * rowLength);
  for (let y = 0, to = 0; y < toPx; y++) {
    const above = first[y]! * rowLength;
    const below = second[y]! * rowLength;
    const part = share[y]!;
    for (let i = 0; i < rowLength; i++, to++) {
      const value = rows[above + i]!;
      values[to] = value + (rows[below + i]! - value) * part;
    }
  }
  return values;
}

/** The two pixels that each new one lies between, and the second one's share. */
function neighbours(fromPx: number, toPx: number) {
  const first = new Int32Array(toPx);
  const second = new Int32Array(toPx);
  const share = new Float32Array(toPx);
  // Rounded as the kernels round: in a large photo the shares would else differ in the fifth digit.
  const scale = Math.fround(fromPx / toPx);
  for (let i = 0; i < toPx; i++) {
    const place = Math.fround(i * scale);
    const pixel = Math.floor(place);
    first[i] = pixel;
    second[i] = Math.min(pixel + 1, fromPx - 1);
    share[i] = place - pixel;
  }
  return { first, second, share };
}
