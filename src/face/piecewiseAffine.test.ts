import { describe, expect, it } from "vitest";

import type { Point } from "./geometry.ts";
import { warpMap, warpThrough, type Mesh } from "./piecewiseAffine.ts";
import type { RgbaImage } from "./rgbaImage.ts";

/** A square of two triangles over a 4 × 4 frame. */
const SQUARE: Mesh = {
  points: [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ],
  triangles: Uint32Array.of(0, 1, 2, 0, 2, 3),
};

describe("warpThrough", () => {
  it("gives the image back where nothing moves", () => {
    const image = gradient();
    const { colours, covered } = warpThrough(warpMap(SQUARE, 4, 4), image, SQUARE.points);
    expect(red(colours)).toEqual(redOf(image));
    expect([...covered]).toEqual(new Array<number>(16).fill(1));
  });

  it("mirrors where left and right change places", () => {
    const points = SQUARE.points.map(({ x, y }): Point => ({ x: 4 - x, y }));
    const { colours } = warpThrough(warpMap(SQUARE, 4, 4), gradient(), points);
    expect(red(colours).slice(0, 4)).toEqual([3, 2, 1, 0]);
  });

  it("interpolates half a pixel to the side, worked by hand", () => {
    const points = SQUARE.points.map(({ x, y }): Point => ({ x: x + 0.5, y }));
    const { colours } = warpThrough(warpMap(SQUARE, 4, 4), gradient(), points);
    expect(red(colours).slice(0, 4)).toEqual([0.5, 1.5, 2.5, 3]);
  });

  it("marks what the photo does not reach", () => {
    const points = SQUARE.points.map(({ x, y }): Point => ({ x: x + 2, y }));
    const { covered } = warpThrough(warpMap(SQUARE, 4, 4), gradient(), points);
    expect([...covered.slice(0, 4)]).toEqual([1, 1, 0, 0]);
  });

  it("bends one triangle without moving the other", () => {
    const points = [...SQUARE.points.slice(0, 3), { x: 0, y: 2 }];
    const { colours } = warpThrough(warpMap(SQUARE, 4, 4), gradient("down"), points);
    // Top right triangle as it was; bottom left one half as tall.
    expect(red(colours)[3]).toBe(0);
    expect(red(colours)[12]).toBeLessThan(2);
  });
});

it("refuses a mesh with a hole", () => {
  const hole = { ...SQUARE, triangles: Uint32Array.of(0, 1, 2) };
  expect(() => warpMap(hole, 4, 4)).toThrow("the mesh covers the frame");
});

/** 4 × 4, red grows by one from left to right (or downwards). */
function gradient(towards: "right" | "down" = "right"): RgbaImage {
  const data = new Uint8ClampedArray(64).fill(255);
  for (let i = 0; i < 16; i++) data[i * 4] = towards === "right" ? i % 4 : Math.floor(i / 4);
  return { width: 4, height: 4, data };
}

function red(colours: Float32Array): number[] {
  return [...colours].filter((_, i) => i % 3 === 0).map((value) => Number(value.toFixed(4)));
}

function redOf({ data }: RgbaImage): number[] {
  return [...data].filter((_, i) => i % 4 === 0);
}
