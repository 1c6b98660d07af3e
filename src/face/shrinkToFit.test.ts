import fc from "fast-check";
import { expect, it, vi } from "vitest";

import type { RgbaImage } from "./rgbaImage.ts";
import { createShrinker, shrinkToFit } from "./shrinkToFit.ts";

it("takes the mean of the pixels a shrunk pixel covers", () => {
  const image = grey(4, 2, [0, 100, 40, 80, 200, 100, 0, 40]);
  expect(reds(shrinkToFit(image, 2))).toEqual([100, 40]);
});

it("weighs pixels that are covered in part", () => {
  // 3 → 2: each result covers one pixel whole and half of the middle one.
  expect(reds(shrinkToFit(grey(3, 1, [0, 90, 30]), 2))).toEqual([30, 50]);
});

it("keeps an image that fits, and its mean where it does not", () => {
  const small = noise(6, 4);
  expect(shrinkToFit(small, 6)).toBe(small);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 20 }), (side, to) => {
      const image = noise(side, side);
      const difference = mean(reds(shrinkToFit(image, to))) - mean(reds(image));
      expect(Math.abs(difference)).toBeLessThanOrEqual(0.5);
    }),
    { seed: 20261121, numRuns: 60 },
  );
});

it("shrinks the same in bands of any height", () => {
  const image = noise(53, 41);
  const whole = shrinkToFit(image, 17);
  for (const bandRows of [1, 3, 40]) {
    const shrinker = createShrinker(image, whole);
    for (let row = 0; row < image.height; row += bandRows)
      shrinker.add(image.data.subarray(row * 53 * 4, (row + bandRows) * 53 * 4));
    expect(shrinker.finish()).toEqual(whole);
  }
});

it("shrinks the same in plain code, where the browser has no kernels", async () => {
  const plain = await withoutWebAssembly();
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 60 }), (side, to) => {
      const image = noise(side, side + 7);
      expect(shrinkToFit(image, to)).toEqual(plain.shrinkToFit(image, to));
    }),
    { seed: 20261130, numRuns: 40 },
  );
});

/** The module as a browser without SIMD loads it. */
async function withoutWebAssembly() {
  vi.stubGlobal("WebAssembly", undefined);
  vi.resetModules();
  try {
    const plain = await import("./shrinkToFit.ts");
    plain.shrinkToFit(noise(2, 2), 1);
    return plain;
  } finally {
    vi.unstubAllGlobals();
  }
}

function grey(width: number, height: number, values: readonly number[]): RgbaImage {
  const data = Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255]));
  return { width, height, data };
}

function noise(width: number, height: number): RgbaImage {
  return grey(
    width,
    height,
    Array.from({ length: width * height }, (_, i) => (i * 7919) % 256),
  );
}

function reds({ data }: RgbaImage): number[] {
  return [...data].filter((_, i) => i % 4 === 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
