import fc from "fast-check";
import { expect, it, vi } from "vitest";

import type { PixelArea } from "./resample.ts";
import { cutSimilarity, fromArea, mirrored, reachOfCut, toRgbaImage } from "./resample.ts";
import type { RgbaImage, RgbPixels } from "./rgbaImage.ts";

const IDENTITY = { a: 1, b: 0, tx: 0, ty: 0 };

it("gives the image back through the identity", () => {
  const image = noise(7, 5);
  expect(toRgbaImage(cutSimilarity(image, IDENTITY, 7, 5))).toEqual(image);
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
  expect([...cutSimilarity(white, away, 1, 1, { outside: "black" }).data]).toEqual([0, 0, 0]);
  expect([...cutSimilarity(white, away, 1, 1, { outside: "edge" }).data]).toEqual([255, 255, 255]);
});

it("mirrors left to right, and twice gives the same", () => {
  const cut = cutSimilarity(grey(3, 1, [1, 2, 3]), IDENTITY, 3, 1);
  expect([...mirrored(cut).data]).toEqual([3, 3, 3, 2, 2, 2, 1, 1, 1]);
  expect(mirrored(mirrored(cut))).toEqual(cut);
});

it("reads nothing of the image but what it says it reads", () => {
  fc.assert(
    fc.property(similarity(), fc.constantFrom("edge" as const, "black" as const), (to, outside) => {
      const image = noise(60, 40);
      const area = reachOfCut(to, 9, 0, 7, image);
      const part = cutSimilarity(croppedTo(image, area), fromArea(to, area), 9, 7, { outside });
      const whole = cutSimilarity(image, to, 9, 7, { outside });
      expect(largestDifference(part, whole)).toBeLessThan(1e-3);
    }),
    { seed: 20261128, numRuns: 100 },
  );
});

it("cuts the same in plain code, where the browser has no kernels", async () => {
  const plain = await withoutWebAssembly();
  fc.assert(
    fc.property(similarity(), fc.constantFrom("edge" as const, "black" as const), (to, outside) => {
      const image = noise(60, 40);
      const expected = plain.cutSimilarity(image, to, 9, 7, { outside });
      const found = cutSimilarity(image, to, 9, 7, { outside });
      expect(largestDifference(found, expected)).toBeLessThan(1e-3);
    }),
    { seed: 20261129, numRuns: 50 },
  );
});

it("cuts a large photo piece by piece like a small one", () => {
  // Above the megabyte that is worked on at once.
  const image = noise(640, 480);
  const to = { a: 4, b: 0.2, tx: 30, ty: 10 };
  const all = cutSimilarity(image, to, 150, 110);
  const last = cutSimilarity(image, { ...to, tx: 30 - 0.2 * 109, ty: 10 + 4 * 109 }, 150, 1);
  expect(largestDifference(last, { ...last, data: all.data.subarray(109 * 450) })).toBeLessThan(
    1e-3,
  );
});

/** Zooms from a half to twelve, any turn, near the image or off it. */
function similarity() {
  return fc
    .tuple(
      fc.double({ min: 0.5, max: 12, noNaN: true }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.integer({ min: -60, max: 90 }),
      fc.integer({ min: -60, max: 70 }),
    )
    .map(([zoom, angle, tx, ty]) => ({
      a: zoom * Math.cos(angle),
      b: zoom * Math.sin(angle),
      tx,
      ty,
    }));
}

function largestDifference(a: RgbPixels, b: RgbPixels): number {
  let largest = 0;
  for (const [i, value] of a.data.entries())
    largest = Math.max(largest, Math.abs(value - b.data[i]!));
  return largest;
}

function croppedTo(image: RgbaImage, { left, top, right, bottom }: PixelArea): RgbaImage {
  const rows = Array.from({ length: bottom - top }, (_, row) => {
    const start = ((top + row) * image.width + left) * 4;
    return [...image.data.subarray(start, start + (right - left) * 4)];
  });
  return {
    width: right - left,
    height: bottom - top,
    data: Uint8ClampedArray.from(rows.flat()),
  };
}

/** The module as a browser without SIMD loads it. */
async function withoutWebAssembly() {
  vi.stubGlobal("WebAssembly", undefined);
  vi.resetModules();
  try {
    const plain = await import("./resample.ts");
    plain.cutSimilarity(noise(2, 2), IDENTITY, 1, 1);
    return plain;
  } finally {
    vi.unstubAllGlobals();
  }
}

function grey(width: number, height: number, values: readonly number[]): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [i, value] of values.entries()) data.fill(value, i * 4, i * 4 + 3);
  return { width, height, data };
}

function noise(width: number, height: number): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? 255 : ((i >> 2) * 7919) % 256;
  return { width, height, data };
}
