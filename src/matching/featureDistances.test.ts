import { expect, it } from "vitest";

import type { Landmarks } from "../face/geometry.ts";
import { normaliseShape } from "../face/normaliseShape.ts";
import { FACE_FEATURES, featureDistances } from "./featureDistances.ts";

it("is zero for one face, however it was photographed", () => {
  const turned = face().map(({ x, y }) => ({ x: 300 - 2 * y, y: 2 * x + 5 }));
  for (const distance of Object.values(distancesOf(face(), turned)))
    expect(distance).toBeCloseTo(0, 9);
});

it("measures in eye distances, worked by hand", () => {
  // All ten points of the brows, 6 px higher where the eyes are 60 px apart.
  const raised = face().map((p, i) => (i >= 17 && i <= 26 ? { x: p.x, y: p.y - 6 } : p));
  const distances = distancesOf(face(), raised);
  expect(distances.brows).toBeCloseTo(0.1, 9);
  for (const feature of FACE_FEATURES.filter((name) => name !== "brows"))
    expect(distances[feature], feature).toBeCloseTo(0, 9);
});

it("does not count where a nose or a mouth sits, only its form and size", () => {
  const lower = face().map((p, i) => (i >= 48 ? { x: p.x, y: p.y + 9 } : p));
  expect(distancesOf(face(), lower).mouth).toBeCloseTo(0, 9);
  const wider = face().map((p, i) => (i >= 48 ? { x: 1.5 * p.x, y: p.y } : p));
  expect(distancesOf(face(), wider).mouth).toBeGreaterThan(0.05);
});

it("counts a long chin in jaw and face shape, and in nothing else", () => {
  const long = face().map((p, i) => (i >= 5 && i <= 11 ? { x: p.x, y: p.y + 12 } : p));
  const { jaw, faceShape, ...others } = distancesOf(face(), long);
  expect(jaw).toBeGreaterThan(faceShape);
  expect(faceShape).toBeGreaterThan(0.1);
  for (const distance of Object.values(others)) expect(distance).toBeCloseTo(0, 9);
});

function distancesOf(a: Landmarks, b: Landmarks) {
  return featureDistances(normaliseShape(a), normaliseShape(b));
}

/** Symmetric, eyes 60 px apart around the origin. */
function face(): Landmarks {
  const ring = (count: number, cx: number, cy: number, r: number) =>
    Array.from({ length: count }, (_, i) => {
      const angle = Math.PI + (2 * Math.PI * i) / count;
      return { x: cx + r * Math.cos(angle), y: cy + (r / 2) * Math.sin(angle) };
    });
  const row = (count: number, width: number, y: number) =>
    Array.from({ length: count }, (_, i) => ({ x: width * (i / (count - 1) - 0.5), y }));
  const jaw = Array.from({ length: 17 }, (_, i) => ({
    x: -60 * Math.cos((Math.PI * i) / 16),
    y: 20 + 80 * Math.sin((Math.PI * i) / 16),
  }));
  const bridge = [0, 10, 20, 30].map((y) => ({ x: 0, y }));
  const [right, left] = [ring(6, -30, 0, 10), ring(6, 30, 0, 10)];
  return [
    ...[...jaw, ...row(10, 90, -20), ...bridge, ...row(5, 24, 36), ...right, ...left],
    ...[...ring(12, 0, 60, 20), ...ring(8, 0, 60, 14)],
  ];
}
