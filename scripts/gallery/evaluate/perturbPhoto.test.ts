import { describe, expect, it } from "vitest";

import type { RgbaImage } from "../../../src/face/rgbaImage.ts";
import { CONDITIONS, perturbPhoto } from "./perturbPhoto.ts";

describe("perturbPhoto", () => {
  it.each(CONDITIONS)("gives the same pixels each time: %s", async (condition) => {
    const once = await perturbPhoto(picture(), condition);
    const again = await perturbPhoto(picture(), condition);
    expect(Buffer.from(again.data).equals(Buffer.from(once.data))).toBe(true);
    const halved = condition === "halfSize";
    expect([once.width, once.height]).toEqual(halved ? [30, 20] : [60, 40]);
  });

  it("turns clockwise, and shows no wedge of another colour at the corners", async () => {
    const { data } = await perturbPhoto(picture(), "roll+30");
    const at = (x: number, y: number) => data[(y * 60 + x) * 4]!;
    // Above the middle, left of it: clockwise the left, dark half has come up there.
    expect(at(34, 2)).toBeLessThan(100);
    expect(at(26, 37)).toBeGreaterThan(100);
    for (const [x, y] of [
      [0, 0],
      [59, 0],
      [0, 39],
      [59, 39],
    ] as const)
      expect([40, 200].some((grey) => Math.abs(at(x, y) - grey) < 40)).toBe(true);
  });

  it("leaves a quarter of each stored value, to a level", async () => {
    const { data } = await perturbPhoto(picture(), "dark");
    expect([data[0], data[59 * 4]]).toEqual([10, 50]);
  });

  it("mirrors", async () => {
    const { data } = await perturbPhoto(picture(), "flip");
    expect([data[0], data[59 * 4]]).toEqual([200, 40]);
  });
});

/** 60 × 40 px, dark on the left and bright on the right. */
function picture(): RgbaImage {
  const [width, height] = [60, 40];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) data.fill(i % width < 30 ? 40 : 200, i * 4, i * 4 + 3);
  return { width, height, data };
}
