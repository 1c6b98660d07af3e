import { describe, expect, it } from "vitest";

import { seededRandom } from "../../shared/random.ts";
import { sideBySide, withScale, type FilterValues } from "./filters.ts";

describe("a scale layer folded into the convolution before it", () => {
  it("scales each output's column and its bias", () => {
    const folded = withScale(
      { filter: weight([1, 1, 2, 2], [1, 2, 3, 4]), bias: Float32Array.of(10, 20) },
      Float32Array.of(2, -1),
      Float32Array.of(0.5, 7),
    );
    expect([...folded.filter.values]).toEqual([2, -2, 6, -4]);
    expect([...folded.bias]).toEqual([20.5, -13]);
    expect(folded.filter.shape).toEqual([1, 1, 2, 2]);
  });

  it("scales a depthwise filter by its channel", () => {
    const folded = withScale(
      { filter: weight([2, 1, 3, 1], [1, 1, 1, 2, 2, 2]), bias: new Float32Array(3) },
      Float32Array.of(1, 10, 100),
      Float32Array.of(0, 0, 0),
    );
    expect([...folded.filter.values]).toEqual([1, 10, 100, 2, 20, 200]);
  });

  it("answers as the two layers one after the other", () => {
    const random = seededRandom(1);
    for (let round = 0; round < 20; round++) {
      const [inputs, outputs] = [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)];
      const layer = randomLayer(random, inputs, outputs);
      const [scale, offset, x] = [outputs, outputs, inputs].map((n) => numbers(random, n));
      const apart = apply(layer, x!).map((value, i) => value * scale![i]! + offset![i]!);
      const together = apply(withScale(layer, scale!, offset!), x!);
      for (const [i, value] of together.entries()) expect(value).toBeCloseTo(apart[i]!, 5);
    }
  });
});

describe("two convolutions side by side", () => {
  it("gives the first one's channels, then the second one's", () => {
    const random = seededRandom(2);
    for (let round = 0; round < 20; round++) {
      const inputs = 1 + Math.floor(random() * 4);
      const first = randomLayer(random, inputs, 1 + Math.floor(random() * 4));
      const second = randomLayer(random, inputs, 1 + Math.floor(random() * 4));
      const x = numbers(random, inputs);
      const both = sideBySide(first, second);
      expect(both.filter.shape[3]).toBe(first.bias.length + second.bias.length);
      expect(apply(both, x)).toEqual([...apply(first, x), ...apply(second, x)]);
    }
  });
});

function weight(shape: readonly number[], values: readonly number[]) {
  return { shape, values: Float32Array.from(values) };
}

function numbers(random: () => number, length: number): Float32Array {
  return Float32Array.from({ length }, () => random() * 2 - 1);
}

function randomLayer(random: () => number, inputs: number, outputs: number): FilterValues {
  return {
    filter: { shape: [1, 1, inputs, outputs], values: numbers(random, inputs * outputs) },
    bias: numbers(random, outputs),
  };
}

/** A convolution of one by one on one pixel. */
function apply({ filter, bias }: FilterValues, x: Float32Array): number[] {
  return Array.from(bias, (start, output) =>
    x.reduce((sum, value, i) => sum + value * filter.values[i * bias.length + output]!, start),
  );
}
