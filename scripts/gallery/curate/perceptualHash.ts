/** A photo in 64 bits that copies of it share, however they were scaled or compressed. */
import type { RgbaImage } from "../../../src/face/rgbaImage.ts";

/**
 * 64 bits as two unsigned halves: the signs of the lowest frequencies, rows of
 * 8 by vertical frequency, the lowest bit first.
 */
export interface PerceptualHash {
  readonly low: number;
  readonly high: number;
}

/** Raised when the bits change their meaning: hashes are kept between runs. */
export const PERCEPTUAL_HASH_VERSION = 1;

/** The photo is looked at in this size. Source: Zauner, as below. */
const SIDE = 32;
/** Frequencies 1 to 8 of either direction; 0 would be the light on the whole photo. */
const FREQUENCIES = 8;

/**
 * Below this strength the strongest wave is the noise of compression, in grey
 * levels. Unmeasured but far from both sides: a blank card has 0, a photo tens.
 */
const PLAIN = 1;

/** Frequencies that a mirror turns around: every other bit of a row. */
const TURNED_BY_MIRROR = 0x55555555;

/**
 * @returns absent when the picture is too plain to be told from another
 *
 * Cost one pass over the pixels.
 *
 * Source: Zauner, "Implementation and Benchmarking of Perceptual Image Hash
 * Functions" (2010), 3.2.1: 32 × 32 grey levels, discrete cosine transform, its
 * lowest 8 × 8. There each is compared with their median; here with 0, which
 * differs little, and a mirror then turns known bits and no others.
 */
export function perceptualHash(image: RgbaImage): PerceptualHash | undefined {
  const waves = lowestWaves(greyLevels(image));
  if (!waves.some((strength) => Math.abs(strength) >= PLAIN)) return undefined;
  let [low, high] = [0, 0];
  for (let i = 0; i < 32; i++) {
    if (waves[i]! > 0) low |= 1 << i;
    if (waves[32 + i]! > 0) high |= 1 << i;
  }
  return { low: low >>> 0, high: high >>> 0 };
}

/** The hash of the mirrored photo. */
export function mirroredHash({ low, high }: PerceptualHash): PerceptualHash {
  return { low: (low ^ TURNED_BY_MIRROR) >>> 0, high: (high ^ TURNED_BY_MIRROR) >>> 0 };
}

/** Bits that differ, 0 to 64; about 32 for two unrelated photos. */
export function hammingDistance(a: PerceptualHash, b: PerceptualHash): number {
  return bitCount(a.low ^ b.low) + bitCount(a.high ^ b.high);
}

/** The same of two photos either of which may be mirrored. */
export function pictureDistance(a: PerceptualHash, b: PerceptualHash): number {
  return Math.min(hammingDistance(a, b), hammingDistance(mirroredHash(a), b));
}

/** Ones among 32 bits. Hot. Source: Warren, "Hacker's Delight", 5-1. */
function bitCount(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Shape [32, 32], luma in 0–255: each the mean of the area it covers, the sides scaled apart. */
function greyLevels({ width, height, data }: RgbaImage): Float64Array {
  const columns = Array.from({ length: width }, (_, x) => shares(x, width));
  const grey = new Float64Array(SIDE * SIDE);
  const row = new Float64Array(SIDE);
  for (let y = 0, at = 0; y < height; y++) {
    row.fill(0);
    for (let x = 0; x < width; x++, at += 4) {
      // Source: ITU-R BT.601.
      const luma = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
      for (const [target, share] of columns[x]!) row[target]! += luma * share;
    }
    for (const [target, share] of shares(y, height))
      for (let x = 0; x < SIDE; x++) grey[target * SIDE + x]! += row[x]! * share;
  }
  return grey;
}

/** How much of each of the 32 cells lies in pixel `i` of `length`: cell and share of the cell. */
function shares(i: number, length: number): readonly (readonly [number, number])[] {
  const [start, end] = [(i * SIDE) / length, ((i + 1) * SIDE) / length];
  const found: (readonly [number, number])[] = [];
  for (let cell = Math.floor(start); cell < end && cell < SIDE; cell++)
    found.push([cell, Math.min(end, cell + 1) - Math.max(start, cell)]);
  return found;
}

/** Shape [8, 8]: vertical, then horizontal frequency; amplitudes in grey levels. */
function lowestWaves(grey: Float64Array): Float64Array {
  const across = new Float64Array(SIDE * FREQUENCIES);
  for (let y = 0; y < SIDE; y++)
    for (let u = 0; u < FREQUENCIES; u++)
      for (let x = 0; x < SIDE; x++)
        across[y * FREQUENCIES + u]! += grey[y * SIDE + x]! * COSINES[u * SIDE + x]!;
  const waves = new Float64Array(FREQUENCIES * FREQUENCIES);
  for (let v = 0; v < FREQUENCIES; v++)
    for (let u = 0; u < FREQUENCIES; u++)
      for (let y = 0; y < SIDE; y++)
        waves[v * FREQUENCIES + u]! += across[y * FREQUENCIES + u]! * COSINES[v * SIDE + y]!;
  return waves;
}

/** Shape [8, 32]: each row a wave, scaled so that a wave of amplitude 1 gives 1. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, i) => {
  const [frequency, at] = [Math.floor(i / SIDE) + 1, i % SIDE];
  return (2 / SIDE) * Math.cos((Math.PI * frequency * (at + 0.5)) / SIDE);
});
