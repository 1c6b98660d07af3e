import { expect, it } from "vitest";

import type { Landmarks } from "../face/geometry.ts";
import { seededRandom } from "../shared/random.ts";
import type { Quantiles } from "./calibration.ts";
import { FACE_FEATURES, type FaceFeature } from "./featureDistances.ts";
import { featureScores } from "./featureScores.ts";

it("is a percentile, worked by hand", () => {
  // All ten points of the brows a tenth of the eye distance higher; distances of strangers spread evenly over [0, 0.4].
  const raised = face().map((p, i) => (i >= 17 && i <= 26 ? { x: p.x, y: p.y - 6 } : p));
  const scores = featureScores(face(), raised, evenlyUpTo(0.4));
  const brows = scores.at(-1);
  expect(brows?.feature).toBe("brows");
  expect(brows?.distance).toBeCloseTo(0.1, 9);
  expect(brows?.moreAlikeThan).toBeCloseTo(0.75, 9);
});

it("puts the most alike first, and equals in their fixed order", () => {
  const scores = featureScores(face(), face(), evenlyUpTo(0.4));
  expect(scores.map(({ feature }) => feature)).toEqual(FACE_FEATURES);

  const moved = face().map((p, i) => (i >= 4 && i <= 12 ? { x: p.x, y: p.y + 20 } : p));
  const ordered = featureScores(face(), moved, evenlyUpTo(1));
  expect(ordered.map(({ moreAlikeThan }) => moreAlikeThan)).toEqual(
    ordered.map(({ moreAlikeThan }) => moreAlikeThan).toSorted((a, b) => b - a),
  );
  expect(ordered.at(-1)?.feature).toBe("jaw");
});

it("is 0 beyond every pair of strangers measured, and says the same either way round", () => {
  const far = face().map((p, i) => (i >= 27 && i <= 35 ? { x: p.x, y: p.y * 9 } : p));
  const nose = (a: Landmarks, b: Landmarks) =>
    featureScores(a, b, evenlyUpTo(0.4)).find(({ feature }) => feature === "nose");
  expect(nose(face(), far)?.moreAlikeThan).toBe(0);
  expect(nose(far, face())?.distance).toBeCloseTo(nose(face(), far)!.distance, 9);
});

it("refuses a face whose eyes coincide", () => {
  const point = face().map(() => ({ x: 1, y: 1 }));
  expect(() => featureScores(face(), point, evenlyUpTo(1))).toThrow();
});

function evenlyUpTo(largest: number): Record<FaceFeature, Quantiles> {
  const quantiles: Quantiles = { probabilities: [0, 1], values: [0, largest], count: 100 };
  return Object.fromEntries(
    FACE_FEATURES.map((feature) => [feature, quantiles] as const),
  ) as Record<FaceFeature, Quantiles>;
}

/** Any face with its eyes 60 px apart. */
function face(): Landmarks {
  const random = seededRandom(7);
  return Array.from({ length: 68 }, (_, i) => {
    if (i >= 36 && i < 42) return { x: -30, y: 0 };
    if (i >= 42 && i < 48) return { x: 30, y: 0 };
    return { x: 60 * (random() - 0.5), y: 60 * random() };
  });
}
