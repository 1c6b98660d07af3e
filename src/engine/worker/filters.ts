/** Filters rewritten before they become tensors, so that the networks need fewer operations. */
import type { Weight } from "./weights.ts";

/** A convolution's numbers. */
export interface FilterValues {
  /** Shape [rows, columns, channels in, channels out]; of a depthwise one [rows, columns, channels, 1]. */
  readonly filter: Weight;
  /** One for each channel that comes out. */
  readonly bias: Float32Array;
}

/**
 * The convolution and a scale layer after it as one: `out · scale + offset`
 * by channel. The same up to rounding.
 */
export function withScale(
  { filter, bias }: FilterValues,
  scale: Float32Array,
  offset: Float32Array,
): FilterValues {
  return {
    filter: { shape: filter.shape, values: columnsScaled(filter.values, scale) },
    bias: bias.map((value, channel) => value * scale[channel]! + offset[channel]!),
  };
}

/** Of either shape the last axis longer than one is the channel that comes out. Hot at the start: six million numbers. */
function columnsScaled(values: Float32Array, scale: Float32Array): Float32Array {
  const scaled = new Float32Array(values.length);
  for (let row = 0; row < values.length; row += scale.length)
    for (let column = 0; column < scale.length; column++)
      scaled[row + column] = values[row + column]! * scale[column]!;
  return scaled;
}

/** Two convolutions of the same input as one: the first one's channels, then the second one's. */
export function sideBySide(first: FilterValues, second: FilterValues): FilterValues {
  const shape = first.filter.shape;
  const [left, right] = [first.bias.length, second.bias.length];
  const outputs = left + right;
  const rows = first.filter.values.length / left;
  const values = new Float32Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    values.set(first.filter.values.subarray(row * left, (row + 1) * left), row * outputs);
    values.set(second.filter.values.subarray(row * right, (row + 1) * right), row * outputs + left);
  }
  return {
    filter: { shape: [...shape.slice(0, 3), outputs], values },
    bias: Float32Array.of(...first.bias, ...second.bias),
  };
}
