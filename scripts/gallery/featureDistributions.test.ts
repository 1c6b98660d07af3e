import { expect, it } from "vitest";

import type { Landmarks } from "../../src/face/geometry.ts";
import { FACE_FEATURES } from "../../src/matching/featureDistances.ts";
import { seededRandom } from "../../src/shared/random.ts";
import { featureDistributions } from "./featureDistributions.ts";

it("measures every pair of a photo and a person whom it does not show", () => {
  const shapes = [shape(1), shape(2), shape(3)];
  const found = featureDistributions(shapes, shapes, (photo, person) => photo !== person);
  for (const feature of FACE_FEATURES) {
    expect(found![feature].count, feature).toBe(6);
    expect(found![feature].values[0], feature).toBeGreaterThan(0);
  }
});

it("has the photo's own shape at distance 0", () => {
  expect(featureDistributions([shape(1)], [shape(1)])!.nose.values.at(-1)).toBeCloseTo(0, 9);
});

it("is nothing without a pair", () => {
  expect(featureDistributions([], [shape(1)])).toBeUndefined();
});

function shape(seed: number): Landmarks {
  const random = seededRandom(seed);
  return Array.from({ length: 68 }, (_, i) => ({
    x: 30 * random() + (i >= 42 && i < 48 ? 60 : 0),
    y: 30 * random(),
  }));
}
