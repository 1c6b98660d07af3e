import { describe, expect, it } from "vitest";

import type { RgbaImage } from "../../face/rgbaImage.ts";
import { seededRandom } from "../../shared/random.ts";
import { squareValues, toBatch, type Normalisation } from "./networkInput.ts";

const PLAIN: Normalisation = { mean: [0, 0, 0], divisor: 1 };

describe("a view in its square", () => {
  it("lies in the upper left corner; the rest is black, then normalised", () => {
    const view = image(2, 1, [10, 20, 30, 40, 50, 60]);
    const values = squareValues(view, 2, { mean: [10, 0, 0], divisor: 10 });
    expect([...values]).toEqual([0, 2, 3, 3, 5, 6, -1, 0, 0, -1, 0, 0]);
  });

  it("is stretched with pixel 0 on pixel 0, the last pixel twice", () => {
    const view = image(2, 2, [0, 0, 0, 100, 0, 0, 40, 0, 0, 140, 0, 0]);
    const red = squareValues(view, 4, PLAIN).filter((_, i) => i % 3 === 0);
    expect([...red]).toEqual(
      [
        [0, 50, 100, 100],
        [20, 70, 120, 120],
        [40, 90, 140, 140],
        [40, 90, 140, 140],
      ].flat(),
    );
  });

  it("agrees with the formula, one pixel at a time", () => {
    const random = seededRandom(4);
    for (const [width, height, sidePx] of [
      [5, 3, 8],
      [3, 7, 16],
      [9, 9, 4],
      [1, 1, 3],
    ] as const) {
      const view = image(
        width,
        height,
        Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256)),
      );
      const normalisation = { mean: [117, 115, 97], divisor: 255 } as const;
      const values = squareValues(view, sidePx, normalisation);
      expect(values).toHaveLength(sidePx * sidePx * 3);
      for (let y = 0, at = 0; y < sidePx; y++)
        for (let x = 0; x < sidePx; x++)
          for (let c = 0; c < 3; c++) {
            const expected = (stretchedAt(view, x, y, c, sidePx) - normalisation.mean[c]!) / 255;
            expect(values[at++]).toBeCloseTo(expected, 5);
          }
    }
  });
});

describe("a batch", () => {
  it("refuses pictures of two sizes", () => {
    const picture = (width: number) => ({ width, height: 1, data: new Float32Array(width * 3) });
    expect(() => toBatch([picture(2), picture(3)], PLAIN)).toThrow("pictures of one size");
  });
});

function image(width: number, height: number, colours: readonly number[]): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) data.set(colours.slice(i * 3, i * 3 + 3), i * 4);
  return { width, height, data };
}

/** TensorFlow's bilinear value, of the view on its black square. */
function stretchedAt(view: RgbaImage, x: number, y: number, c: number, sidePx: number): number {
  const longest = Math.max(view.width, view.height);
  const pixel = (column: number, row: number) =>
    column < view.width && row < view.height ? view.data[(row * view.width + column) * 4 + c]! : 0;
  const [u, v] = [(x * longest) / sidePx, (y * longest) / sidePx];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [right, bottom] = [Math.min(left + 1, longest - 1), Math.min(top + 1, longest - 1)];
  const across = (row: number) =>
    pixel(left, row) * (1 - u + left) + pixel(right, row) * (u - left);
  return across(top) * (1 - v + top) + across(bottom) * (v - top);
}
