import { expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import type { Landmarks } from "./geometry.ts";
import { normaliseShape } from "./normaliseShape.ts";
import { applySimilarity } from "./similarity.ts";

it("lays the eyes one apart around the origin", () => {
  const shape = normaliseShape(randomShape(1));
  const mean = (from: number, to: number, axis: "x" | "y") =>
    shape.slice(from, to).reduce((sum, point) => sum + point[axis], 0) / (to - from);
  expect(mean(42, 48, "x") - mean(36, 42, "x")).toBeCloseTo(1, 6);
  expect(mean(36, 48, "x")).toBeCloseTo(0, 6);
  expect(mean(36, 42, "y")).toBeCloseTo(0, 6);
});

it("does not depend on how the photo was turned, scaled, shifted or mirrored", () => {
  const shape = randomShape(2);
  const moved = shape.map((p) => applySimilarity({ a: 0.4, b: -1.3, tx: 90, ty: -7 }, p));
  expectSame(normaliseShape(moved), normaliseShape(shape));
  expectSame(normaliseShape(mirrored(shape)), normaliseShape(shape));
});

it("takes out what moves the halves in opposite ways", () => {
  const shape = normaliseShape(randomShape(3));
  // The nose's tip goes aside, and nothing else does.
  const turned = shape.map((p, i) => (i === 30 ? { x: p.x + 0.2, y: p.y } : p));
  expectSame(normaliseShape(turned), shape);
});

it("is symmetric", () => {
  const shape = normaliseShape(randomShape(4));
  expect(shape[0]!.x).toBeCloseTo(-shape[16]!.x, 9);
  expect(shape[48]!.y).toBeCloseTo(shape[54]!.y, 9);
  expect(shape[27]!.x).toBeCloseTo(0, 9);
});

it("refuses eyes in one place", () => {
  expect(() => normaliseShape(Array.from({ length: 68 }, () => ({ x: 1, y: 1 })))).toThrow();
});

/** Mirrored left to right, each point under the number that it then has. Source: the 300-W scheme. */
function mirrored(shape: Landmarks): Landmarks {
  const order = [
    ...[16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ...[26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 27, 28, 29, 30, 35, 34, 33, 32, 31],
    ...[45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40],
    ...[54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65],
  ];
  return order.map((from) => ({ x: -shape[from]!.x, y: shape[from]!.y }));
}

function randomShape(seed: number): Landmarks {
  const random = seededRandom(seed);
  return Array.from({ length: 68 }, (_, i) => ({
    x: 40 * random() + (i >= 42 && i < 48 ? 60 : 0),
    y: 40 * random(),
  }));
}

function expectSame(found: Landmarks, expected: Landmarks): void {
  for (const [i, { x, y }] of expected.entries()) {
    expect(found[i]!.x).toBeCloseTo(x, 6);
    expect(found[i]!.y).toBeCloseTo(y, 6);
  }
}
