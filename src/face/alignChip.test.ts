import { expect, it } from "vitest";

import { CHIP_SIDE_PX, chipToPhoto, shapeResidual } from "./alignChip.ts";
import type { Landmarks, Point } from "./geometry.ts";
import { MEAN_FACE } from "./meanFace.ts";
import { applySimilarity } from "./similarity.ts";

it("puts the mean face where dlib puts it: (0.25 + v) / 1.5 of the side", () => {
  const toPhoto = chipToPhoto(meanLandmarks());
  // The nose tip, landmark 30, of a face that lies in the unit square times 100.
  const tip = MEAN_FACE[30 - 17]!;
  const inChip = {
    x: ((0.25 + tip.x) / 1.5) * CHIP_SIDE_PX,
    y: ((0.25 + tip.y) / 1.5) * CHIP_SIDE_PX,
  };
  const found = applySimilarity(toPhoto, inChip);
  expect(found.x).toBeCloseTo(tip.x * 100, 9);
  expect(found.y).toBeCloseTo(tip.y * 100, 9);
});

it("brings a turned head upright", () => {
  const upright = chipToPhoto(meanLandmarks());
  const turn = { a: 0.6, b: 0.8, tx: 5, ty: 7 };
  const tilted = chipToPhoto(rotated(meanLandmarks()));
  const corner = { x: 10, y: 140 };
  const expected = applySimilarity(turn, applySimilarity(upright, corner));
  const found = applySimilarity(tilted, corner);
  expect(found.x).toBeCloseTo(expected.x, 9);
  expect(found.y).toBeCloseTo(expected.y, 9);
});

it("calls the mean face a face and scattered points none", () => {
  expect(shapeResidual(meanLandmarks())).toBeCloseTo(0, 9);
  expect(shapeResidual(rotated(meanLandmarks()))).toBeCloseTo(0, 9);
  const scattered = Array.from({ length: 68 }, (_, i) => ({
    x: (i * 37) % 100,
    y: (i * 59) % 100,
  }));
  expect(shapeResidual(scattered)).toBeGreaterThan(0.1);
});

function meanLandmarks(): Landmarks {
  const jaw = Array.from({ length: 17 }, (): Point => ({ x: 50, y: 100 }));
  return [...jaw, ...MEAN_FACE.map(({ x, y }) => ({ x: x * 100, y: y * 100 }))];
}

function rotated(landmarks: Landmarks): Landmarks {
  return landmarks.map((point) => applySimilarity({ a: 0.6, b: 0.8, tx: 5, ty: 7 }, point));
}
