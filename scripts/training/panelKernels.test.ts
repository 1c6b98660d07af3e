import { describe, expect, it } from "vitest";

import { compilePanelKernels, STRIP } from "./panelKernels.ts";

type Kernel = (...numbers: readonly number[]) => void;

const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 ** 16, shared: true });
const numbers = new Float64Array(memory.buffer);
const { exports } = await WebAssembly.instantiate(await compilePanelKernels(), {
  panels: { memory },
});
const { multiply, addBiases, toResiduals } = exports as Record<string, Kernel>;

describe("multiply", () => {
  it("agrees with a case worked by hand, and adds to what is there", () => {
    // a [2, 2] · b [2, 8], b's rows 0..7 and ten times that.
    const [out, a, b] = [64, 128, 192];
    numbers.fill(100, out, out + 16);
    numbers.set([1, 2, 3, 4], a);
    numbers.set([0, 1, 2, 3, 4, 5, 6, 7, 0, 10, 20, 30, 40, 50, 60, 70], b);
    multiply!(8 * out, 8 * a, 8 * b, 2, 1, 2);
    const columns = [0, 1, 2, 3, 4, 5, 6, 7];
    expect([...numbers.slice(out, out + 16)]).toEqual([
      ...columns.map((j) => 100 + 21 * j),
      ...columns.map((j) => 100 + 43 * j),
    ]);
  });
});

describe("toResiduals", () => {
  it("has exponentials good to a few last digits, from 1 down to e^-600", () => {
    for (let exponent = 0; exponent > -600; exponent -= 0.37) {
      const [found] = probabilities([0, exponent], 1);
      const expected = Math.exp(exponent) / (1 + Math.exp(exponent));
      expect(Math.abs(found! / expected - 1)).toBeLessThan(1e-15);
    }
  });

  it("takes what is smaller for nothing beside 1, and adds up the rows", () => {
    expect(probabilities([0, -1e5], 2)).toEqual([expect.closeTo(0, 200), STRIP * 2]);
  });
});

/** The second row's first value and the first row's sum, every column holding `logits`. */
function probabilities(logits: readonly [number, number], scale: number): readonly number[] {
  const [at, biases, maxima, scales, totals, sums] = [64, 128, 136, 144, 152, 160];
  numbers.fill(logits[0], at, at + STRIP);
  numbers.fill(logits[1], at + STRIP, at + 2 * STRIP);
  numbers.fill(0, biases, biases + STRIP);
  numbers.fill(scale, scales, scales + STRIP);
  numbers.fill(0, sums, sums + 2);
  addBiases!(8 * at, 8 * biases, 2, 1, 8 * maxima);
  toResiduals!(8 * at, 2, 1, 8 * maxima, 8 * scales, 8 * totals, 8 * sums);
  return [numbers[at + STRIP]!, numbers[sums]!];
}
