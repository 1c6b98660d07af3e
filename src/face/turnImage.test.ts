import { expect, it } from "vitest";

import type { RgbaImage } from "./rgbaImage.ts";
import { padMirrored, turned, turnedBack, type QuarterTurn } from "./turnImage.ts";

it("turns clockwise: the first row becomes the last column", () => {
  const image = picture(3, 2, [1, 2, 3, 4, 5, 6]);
  expect(reds(turned(image, 1))).toEqual([4, 1, 5, 2, 6, 3]);
  expect(turned(image, 1)).toMatchObject({ width: 2, height: 3 });
});

it.each([1, 2, 3] as const)("turned %i times and on to a whole turn is as before", (turns) => {
  const image = picture(3, 2, [1, 2, 3, 4, 5, 6]);
  const rest = (4 - turns) as QuarterTurn;
  expect(turned(turned(image, turns), rest)).toEqual(image);
});

it.each([0, 1, 2, 3] as const)("finds a box again after %i turns", (turns) => {
  // One marked pixel at (2, 1) of a 4 × 3 image.
  const image = picture(4, 3, [0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
  const view = turned(image, turns);
  const at = reds(view).indexOf(9);
  const box = { x: at % view.width, y: Math.floor(at / view.width), width: 1, height: 1 };
  expect(turnedBack(box, turns, view)).toEqual({ x: 2, y: 1, width: 1, height: 1 });
});

it("reflects at the edges, which show twice", () => {
  const { image, left, top } = padMirrored(picture(4, 2, [1, 2, 3, 4, 5, 6, 7, 8]));
  expect({ left, top }).toEqual({ left: 2, top: 1 });
  expect(reds(image).slice(0, 8)).toEqual([2, 1, 1, 2, 3, 4, 4, 3]);
});

function picture(width: number, height: number, values: readonly number[]): RgbaImage {
  const data = Uint8ClampedArray.from(values.flatMap((value) => [value, 0, 0, 255]));
  return { width, height, data };
}

function reds({ data }: RgbaImage): number[] {
  return [...data].filter((_, i) => i % 4 === 0);
}
