import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { landmarksInPortrait, morphMesh, type MorphMesh } from "./faceMesh.ts";
import type { Landmarks, Point } from "./geometry.ts";
import { warpMap } from "./piecewiseAffine.ts";
import { PORTRAIT } from "./portraitFrame.ts";
import { applySimilarity, meanPoint } from "./similarity.ts";

const [NARROW, WIDE] = twoShapes();

it("lays a photo's landmarks into the portrait: worked by hand", () => {
  // Eyes at (100, 50) and (232, 50): twice the portrait's distance, so half the scale.
  const landmarks = Array.from({ length: 68 }, (_, i) => ({ x: i < 42 ? 100 : 232, y: 50 }));
  landmarks[8] = { x: 166, y: 250 };
  const { eyesMiddle, eyeDistancePx } = PORTRAIT;
  const laid = landmarksInPortrait(landmarks);
  expect(laid[36]!.x).toBeCloseTo(eyesMiddle.x - eyeDistancePx / 2, 9);
  expect(laid[36]!.y).toBeCloseTo(eyesMiddle.y, 9);
  expect(laid[8]!.x).toBeCloseTo(eyesMiddle.x, 9);
  expect(laid[8]!.y).toBeCloseTo(eyesMiddle.y + 100, 9);
});

it("does not depend on how the photo was turned", () => {
  const turned = NARROW.map((p) => applySimilarity({ a: 1.2, b: -0.7, tx: 40, ty: 9 }, p));
  const [straight, back] = [landmarksInPortrait(NARROW), landmarksInPortrait(turned)];
  for (const [i, { x, y }] of straight.entries()) {
    expect(back[i]!.x).toBeCloseTo(x, 6);
    expect(back[i]!.y).toBeCloseTo(y, 6);
  }
});

it.each([0, 0.25, 0.5, 0.75, 1])("covers the frame at %d of the way", (share) => {
  const mesh = morphMesh(NARROW, WIDE);
  const points = between(mesh, share);
  const cover = () => warpMap({ points, triangles: mesh.triangles }, PORTRAIT.width, 280);
  expect(cover).not.toThrow();
});

it("turns no triangle over, the mean of the two included", () => {
  const mesh = morphMesh(NARROW, WIDE);
  const signs = [0, 0.5, 1].map((share) => areas(between(mesh, share), mesh).map(Math.sign));
  expect(new Set(signs[1])).toHaveLength(1);
  expect(signs[0]).toEqual(signs[1]);
  expect(signs[2]).toEqual(signs[1]);
});

it("keeps the frame's edge in its place, and moves the hair less than the brow", () => {
  const higher = NARROW.map((p, i) => (i === 19 ? { x: p.x, y: p.y - 10 } : p));
  const { first, second } = morphMesh(NARROW, higher);
  const moved = first.map((p, i) => Math.hypot(second[i]!.x - p.x, second[i]!.y - p.y));
  const onEdge = ({ x, y }: Point) =>
    x === 0 || y === 0 || x === PORTRAIT.width || y === PORTRAIT.height;
  expect(first.filter(onEdge)).toHaveLength(18);
  expect(first.map((p, i) => (onEdge(p) ? moved[i]! : 0))).toEqual(first.map(() => 0));
  expect(moved[19]).toBe(10);
  const hair = moved.slice(68).reduce((most, px) => Math.max(most, px), 0);
  expect(hair).toBeGreaterThan(3);
  expect(hair).toBeLessThan(moved[19]!);
});

it("draws a chin below the frame back inside", () => {
  const long = NARROW.map((p, i) => (i === 8 ? { x: p.x, y: PORTRAIT.height + 40 } : p));
  const { first } = morphMesh(long, NARROW);
  expect(Math.max(...first.slice(0, 68).map(({ y }) => y))).toBeLessThan(PORTRAIT.height);
});

it("refuses anything but 68 landmarks", () => {
  expect(() => morphMesh(NARROW.slice(1), WIDE)).toThrow("68 landmarks");
});

function between({ first, second }: MorphMesh, share: number): readonly Point[] {
  return first.map((p, i) => ({
    x: p.x + (second[i]!.x - p.x) * share,
    y: p.y + (second[i]!.y - p.y) * share,
  }));
}

function areas(points: readonly Point[], { triangles }: MorphMesh): readonly number[] {
  return Array.from({ length: triangles.length / 3 }, (_, t) => {
    const [a, b, c] = [0, 1, 2].map((k) => points[triangles[3 * t + k]!]!);
    return (b!.x - a!.x) * (c!.y - a!.y) - (c!.x - a!.x) * (b!.y - a!.y);
  });
}

/** A shape of the shipped gallery, and the same one with a jaw a fifth wider and a higher brow. */
function twoShapes(): readonly [Landmarks, Landmarks] {
  const file = new URL("../../public/gallery/gallery.json", import.meta.url);
  const { people } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly people: readonly {
      readonly id: string;
      readonly shape: readonly [number, number][];
    }[];
  };
  const shape = people[0]!.shape.map(([x, y]) => ({ x, y }));
  const centre = meanPoint(shape.slice(0, 17));
  const wide = shape.map((p, i) => {
    if (i < 17) return { x: centre.x + (p.x - centre.x) * 1.2, y: p.y };
    return i < 27 ? { x: p.x, y: p.y - 6 } : p;
  });
  return [shape, wide];
}
