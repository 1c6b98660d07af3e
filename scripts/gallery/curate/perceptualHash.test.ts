import { describe, expect, it } from "vitest";

import type { RgbaImage } from "../../../src/face/rgbaImage.ts";
import { seededRandom } from "../../../src/shared/random.ts";
import {
  hammingDistance,
  mirroredHash,
  perceptualHash,
  pictureDistance,
  type PerceptualHash,
} from "./perceptualHash.ts";

describe("perceptualHash", () => {
  it("sets the bit of a wave that the picture is made of", () => {
    // Vertical frequency 2, horizontal 3: row 1, column 2.
    const wave = draw(64, 64, (x, y) => 128 + 100 * cosine(3, x) * cosine(2, y));
    const hash = perceptualHash(wave)!;
    expect((hash.low >>> (8 * 1 + 2)) & 1).toBe(1);
    const negative = perceptualHash(
      draw(64, 64, (x, y) => 128 - 100 * cosine(3, x) * cosine(2, y)),
    )!;
    expect((negative.low >>> (8 * 1 + 2)) & 1).toBe(0);
  });

  it("has nothing to say of a picture without structure", () => {
    expect(perceptualHash(draw(40, 30, () => 200))).toBeUndefined();
    expect(perceptualHash(draw(1, 1, () => 0))).toBeUndefined();
    // A wave of half a grey level is rounding noise.
    expect(
      perceptualHash(draw(64, 64, (x, y) => 128.4 + 0.5 * cosine(3, x) * cosine(2, y))),
    ).toBeUndefined();
  });

  it.each([
    ["half the size", 100, 80],
    ["larger than it was", 310, 250],
    ["smaller than the 32 it is looked at in", 25, 20],
    ["another shape", 200, 80],
  ])("survives %s", (_, width, height) => {
    const scene = blobs(1);
    const hash = perceptualHash(draw(200, 160, scene))!;
    expect(hammingDistance(hash, perceptualHash(draw(width, height, scene))!)).toBeLessThan(4);
  });

  it("survives less light and less contrast", () => {
    const scene = blobs(2);
    const hash = perceptualHash(draw(100, 100, scene))!;
    const dull = perceptualHash(draw(100, 100, (x, y) => 20 + 0.5 * scene(x, y)))!;
    expect(hammingDistance(hash, dull)).toBeLessThan(4);
  });

  it("differs in about half of its bits for another picture", () => {
    for (let seed = 1; seed < 20; seed++) {
      const [a, b] = [blobs(2 * seed), blobs(2 * seed + 1)].map((s) =>
        perceptualHash(draw(64, 64, s))!,
      );
      expect(pictureDistance(a!, b!)).toBeGreaterThan(10);
    }
  });
});

describe("a mirrored picture", () => {
  it.each([64, 33, 50])("turns known bits, at a width of %d", (width) => {
    const scene = blobs(3);
    const hash = perceptualHash(draw(width, 40, scene))!;
    const mirrored = perceptualHash(draw(width, 40, (x, y) => scene(1 - x, y)))!;
    expect(hammingDistance(mirroredHash(hash), mirrored)).toBeLessThanOrEqual(1);
    expect(hammingDistance(hash, mirrored)).toBeGreaterThan(10);
    expect(pictureDistance(hash, mirrored)).toBeLessThanOrEqual(1);
  });

  it("is itself again after a second mirror", () => {
    const hash = { low: 0x80000001, high: 0xffffffff };
    expect(mirroredHash(mirroredHash(hash))).toEqual(hash);
  });
});

it("counts the bits that differ", () => {
  const zero: PerceptualHash = { low: 0, high: 0 };
  expect(hammingDistance(zero, { low: 0xffffffff, high: 0xffffffff })).toBe(64);
  expect(hammingDistance(zero, { low: 0x80000000, high: 1 })).toBe(2);
  const random = seededRandom(4);
  for (let i = 0; i < 100; i++) {
    const bits = Math.floor(random() * 2 ** 32);
    const ones = bits.toString(2).replaceAll("0", "").length;
    expect(hammingDistance(zero, { low: bits, high: bits })).toBe(2 * ones);
  }
});

/** @param scene grey level at (x, y), each in [0, 1] */
function draw(width: number, height: number, scene: (x: number, y: number) => number): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.fill(
        scene((x + 0.5) / width, (y + 0.5) / height),
        (y * width + x) * 4,
        (y * width + x) * 4 + 3,
      );
  return { width, height, data };
}

function cosine(frequency: number, at: number): number {
  return Math.cos(Math.PI * frequency * at);
}

/** Light and dark spots, as large as those of a photo. */
function blobs(seed: number): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const spots = Array.from(
    { length: 12 },
    () => [random(), random(), random() * 200 - 100] as const,
  );
  return (x, y) =>
    spots.reduce(
      (sum, [atX, atY, light]) => sum + light * Math.exp(-((x - atX) ** 2 + (y - atY) ** 2) / 0.02),
      128,
    );
}
