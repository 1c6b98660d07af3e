import fc from "fast-check";
import { expect, it } from "vitest";

import { cutSimilarity, mirrored, shrinkToFit, toRgbaImage } from "./resample.ts";
import type { RgbaImage } from "./rgbaImage.ts";

const IDENTITY = { a: 1, b: 0, tx: 0, ty: 0 };

it("gives the image back through the identity", () => {
  const image = noise(7, 5);
  expect(toRgbaImage(cutSimilarity(image, IDENTITY, 7, 5))).toEqual(image);
});

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

it("does not alias: fine stripes become grey where the cut shrinks", () => {
  const stripes = grey(
    64,
    8,
    Array.from({ length: 512 }, (_, i) => (i % 2) * 255),
  );
  const cut = cutSimilarity(stripes, { a: 8, b: 0, tx: 0, ty: 0 }, 8, 1);
  for (const value of cut.data) expect(value).toBeCloseTo(127.5, 0);
});

it("shows black or the edge beyond the image, as asked", () => {
  const white = grey(2, 2, [255, 255, 255, 255]);
  const away = { a: 1, b: 0, tx: -10, ty: 0 };
  expect([...cutSimilarity(white, away, 1, 1, "black").data]).toEqual([0, 0, 0]);
  expect([...cutSimilarity(white, away, 1, 1, "edge").data]).toEqual([255, 255, 255]);
});

it("mirrors left to right, and twice gives the same", () => {
  const cut = cutSimilarity(grey(3, 1, [1, 2, 3]), IDENTITY, 3, 1);
  expect([...mirrored(cut).data]).toEqual([3, 3, 3, 2, 2, 2, 1, 1, 1]);
  expect(mirrored(mirrored(cut))).toEqual(cut);
});

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
