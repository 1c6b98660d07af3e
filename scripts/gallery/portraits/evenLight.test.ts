import { expect, it } from "vitest";

import { evenLight } from "./evenLight.ts";
import type { Layer } from "./layer.ts";

it("gives a dark and a reddish photo the light of the others", () => {
  const usual = layer([100, 100, 100], [140, 140, 140]);
  const dark = layer([40, 40, 40], [80, 80, 80]);
  const red = layer([130, 93, 93], [170, 133, 133]);
  const [first, second, third] = evenLight([usual, dark, red, usual, usual], Uint8Array.of(1, 1));
  expect(rounded(first!)).toEqual(rounded(usual));
  expect(rounded(second!)).toEqual(rounded(usual));
  for (const [i, value] of rounded(third!).entries())
    expect(Math.abs(value - usual.colours[i]!)).toBeLessThan(6);
});

it("looks at the face alone", () => {
  const usual = layer([100, 100, 100], [140, 140, 140], [0, 0, 0]);
  const bright = layer([100, 100, 100], [140, 140, 140], [250, 250, 250]);
  const [, lit] = evenLight([usual, bright, usual], Uint8Array.of(1, 1, 0));
  expect(rounded(lit!)).toEqual(rounded(bright));
});

it("does not stretch a photo without contrast into noise", () => {
  const flat = layer([100, 100, 100], [101, 101, 101]);
  const usual = layer([60, 60, 60], [160, 160, 160]);
  const [lit] = evenLight([flat, usual, usual], Uint8Array.of(1, 1));
  expect(lit!.colours[3]! - lit!.colours[0]!).toBeLessThan(2);
});

function layer(...pixels: [number, number, number][]): Layer {
  return {
    colours: Float32Array.from(pixels.flat()),
    weights: new Float32Array(pixels.length).fill(1),
  };
}

function rounded({ colours }: Layer): number[] {
  return [...colours].map(Math.round);
}
