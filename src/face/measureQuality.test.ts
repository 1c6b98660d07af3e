import { expect, it } from "vitest";

import type { Landmarks, Point } from "./geometry.ts";
import { MEAN_FACE } from "./meanFace.ts";
import { measureQuality } from "./measureQuality.ts";
import type { RgbPixels } from "./rgbaImage.ts";
import { applySimilarity } from "./similarity.ts";

it("calls a sharp, well lit, frontal face usable and its angles small", () => {
  const quality = measureQuality(frontal(), chip(checker));
  expect(quality.verdict).toBe("usable");
  expect(Math.abs(quality.roll)).toBeLessThan(1);
  expect(Math.abs(quality.yaw)).toBeLessThan(5);
  expect(Math.abs(quality.pitch)).toBeLessThan(10);
});

it("measures the roll of a turned head, and no yaw from it", () => {
  const angle = (30 * Math.PI) / 180;
  const turn = { a: Math.cos(angle), b: Math.sin(angle), tx: 0, ty: 0 };
  const upright = measureQuality(frontal(), chip(checker));
  const tilted = measureQuality(
    frontal().map((point) => applySimilarity(turn, point)),
    chip(checker),
  );
  expect(tilted.roll - upright.roll).toBeCloseTo(30, 6);
  expect(tilted.yaw).toBeCloseTo(upright.yaw, 6);
});

it("sees where the nose points: right is positive, up is positive", () => {
  expect(measureQuality(noseMoved(20, 0), chip(checker)).yaw).toBeGreaterThan(20);
  expect(measureQuality(noseMoved(-20, 0), chip(checker)).yaw).toBeLessThan(-20);
  expect(measureQuality(noseMoved(0, -15), chip(checker)).pitch).toBeGreaterThan(10);
});

it.each([
  ["tooSmall", frontal().map(({ x, y }) => ({ x: x / 10, y: y / 10 })), chip(checker)],
  ["profile", noseMoved(60, 0), chip(checker)],
  ["tooDark", frontal(), chip(() => 10)],
  ["tooBright", frontal(), chip(() => 250)],
  ["blurred", frontal(), chip(() => 128)],
] as const)("gives the reason %s", (verdict, landmarks, pixels) => {
  expect(measureQuality(landmarks, pixels).verdict).toBe(verdict);
});

it("measures sharpness by hand: one bright pixel in the middle of 3 × 3", () => {
  const data = new Float32Array(27);
  data.fill(9, 12, 15);
  expect(measureQuality(frontal(), { width: 3, height: 3, data }).sharpness).toBeCloseTo(36, 4);
});

function checker(x: number, y: number): number {
  return (x + y) % 2 === 0 ? 100 : 150;
}

function chip(shade: (x: number, y: number) => number): RgbPixels {
  const side = 20;
  const data = Float32Array.from({ length: side * side * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return shade(pixel % side, Math.floor(pixel / side));
  });
  return { width: side, height: side, data };
}

/** The mean face, 100 px wide; its jaw plays no part. */
function frontal(): Landmarks {
  const jaw = Array.from({ length: 17 }, (): Point => ({ x: 50, y: 100 }));
  return [...jaw, ...MEAN_FACE.map(({ x, y }) => ({ x: x * 100, y: y * 100 }))];
}

function noseMoved(dx: number, dy: number): Landmarks {
  return frontal().map((p, i) => (i === 30 ? { x: p.x + dx, y: p.y + dy } : p));
}
