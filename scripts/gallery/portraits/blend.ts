/** Many layers to one picture. */
import { assert } from "../../../src/shared/assert.ts";
import type { Layer } from "./layer.ts";

/** This share of the weight is dropped at each end: highlights, hands, hats, microphones. */
export const TRIM = 0.2;

/** A blended picture and how sure it is of each pixel. */
export interface Blend {
  /** Shape [size, 3], 0–255; 0 where no layer reaches. */
  readonly colours: Float32Array;
  /** Shape [size]: share of all layers' weight that reaches there, in [0, 1]. */
  readonly coverage: Float32Array;
  /** Shape [size]: how far the layers disagree there, standard deviation of their luma. */
  readonly spread: Float32Array;
}

/**
 * Trimmed weighted mean at every pixel. The layers are ordered by brightness
 * there and their colours kept whole, so that no new hues arise.
 *
 * Layers without weight at a pixel do not count there.
 */
export function trimmedMean(layers: readonly Layer[], trim = TRIM): Blend {
  const [first] = layers;
  assert(first && trim >= 0 && trim < 0.5, "at least one layer, and less than half trimmed");
  const size = first.weights.length;
  const colours = new Float32Array(size * 3);
  const coverage = new Float32Array(size);
  const spread = new Float32Array(size);
  const fullest = layers.reduce((sum, { weights }) => sum + weights.reduce(larger, 0), 0);
  const order = new Int32Array(layers.length);
  const luma = new Float64Array(layers.length);
  for (let at = 0; at < size; at++) {
    const count = orderByLuma(layers, at, order, luma);
    let total = 0;
    for (let i = 0; i < count; i++) total += layers[order[i]!]!.weights[at]!;
    coverage[at] = fullest === 0 ? 0 : Math.min(1, total / fullest);
    if (total > 0) addMiddle(layers, order, count, total, trim, at, colours);
    spread[at] = deviation(luma, count);
  }
  return { colours, coverage, spread };
}

/** Insertion sort: two dozen values, nearly the same order from pixel to pixel. Hot. */
function orderByLuma(
  layers: readonly Layer[],
  at: number,
  order: Int32Array,
  luma: Float64Array,
): number {
  let count = 0;
  for (let l = 0; l < layers.length; l++) {
    const { colours, weights } = layers[l]!;
    if (weights[at]! <= 0) continue;
    const y =
      0.299 * colours[at * 3]! + 0.587 * colours[at * 3 + 1]! + 0.114 * colours[at * 3 + 2]!;
    let i = count++;
    for (; i > 0 && luma[i - 1]! > y; i--) {
      luma[i] = luma[i - 1]!;
      order[i] = order[i - 1]!;
    }
    luma[i] = y;
    order[i] = l;
  }
  return count;
}

function addMiddle(
  layers: readonly Layer[],
  order: Int32Array,
  count: number,
  total: number,
  trim: number,
  at: number,
  out: Float32Array,
): void {
  const from = total * trim;
  const to = total * (1 - trim);
  let below = 0;
  for (let i = 0; i < count; i++) {
    const { colours, weights } = layers[order[i]!]!;
    const above = below + weights[at]!;
    const share = (Math.min(above, to) - Math.max(below, from)) / (to - from);
    below = above;
    if (share <= 0) continue;
    for (let c = 0; c < 3; c++) out[at * 3 + c]! += share * colours[at * 3 + c]!;
  }
}

function deviation(luma: Float64Array, count: number): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    sum += luma[i]!;
    squares += luma[i]! ** 2;
  }
  return count < 2 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function larger(a: number, b: number): number {
  return a > b ? a : b;
}
