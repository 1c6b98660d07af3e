import { expect, it } from "vitest";

import { DESCRIPTOR_LENGTH, toDescriptor } from "../../face/descriptor.ts";
import type { Point } from "../../face/geometry.ts";
import { MEAN_FACE } from "../../face/meanFace.ts";
import type { PairCalibration, Quantiles } from "../../matching/calibration.ts";
import { faceLike, readingOf } from "../fixtures.ts";
import { comparePair } from "./pairOf.ts";
import type { Reading } from "../capture/reading.ts";

/** From 0 to 2, evenly. */
const EVEN: Quantiles = { probabilities: [0, 1], values: [0, 2], count: 100 };

it("measures two people between strangers and themselves", () => {
  const { distance, similarity } = comparePair(at(0), at(1.5), pairsOf(EVEN));
  expect(distance).toBeCloseTo(1.5, 6);
  expect(similarity).toBeCloseTo(0.25, 6);
});

it("is the same the other way round", () => {
  const [a, b] = [at(0), at(1.1, 1.3)];
  expect(comparePair(a, b, pairsOf(EVEN))).toEqual(comparePair(b, a, pairsOf(EVEN)));
});

it.each([
  [0.61, "likeOnePerson"],
  [0.63, "striking"],
  [0.69, "clear"],
  [0.9, "some"],
  [1.3, "little"],
  [3, "little"],
])("finds the word for a distance of %f: %s", (distance, likeness) => {
  // One stranger in twenty below 0.65, one in five below 0.8, half below 1.2.
  const impostor: Quantiles = {
    probabilities: [0, 0.05, 0.2, 0.5, 1],
    values: [0.6, 0.65, 0.8, 1.2, 2],
    count: 100,
  };
  expect(comparePair(at(0), at(distance), pairsOf(impostor)).likeness).toBe(likeness);
});

it("finds the feature that differs, and none in a face of another size", () => {
  const taller = comparePair(at(0), at(1, 1.3), pairsOf(EVEN)).features;
  expect(taller.at(-1)!.distance).toBeGreaterThan(0.1);
  const larger = comparePair(at(0), at(1, 1, 3), pairsOf(EVEN)).features;
  for (const { distance, moreAlikeThan } of larger) {
    expect(distance).toBeCloseTo(0, 6);
    expect(moreAlikeThan).toBeCloseTo(1, 6);
  }
});

/** Somebody at a place on a line of descriptors, with the mean face's landmarks stretched. */
function at(place: number, stretch = 1, scale = 1): Reading {
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  values.set([place, 1]);
  const descriptor = toDescriptor(values);
  if (!descriptor.ok) throw new Error(descriptor.error.kind);
  const landmarks = jawAnd(MEAN_FACE).map(({ x, y }) => ({
    x: 100 * scale * x,
    y: 100 * scale * stretch * y,
  }));
  return readingOf({ ...faceLike(0), descriptor: descriptor.value, landmarks });
}

/** The mean face has no jaw: a half circle stands in for its 17 points. */
function jawAnd(inner: readonly Point[]): readonly Point[] {
  const jaw = Array.from({ length: 17 }, (_, i) => ({
    x: 0.5 - 0.5 * Math.cos((Math.PI * i) / 16),
    y: 0.4 + 0.6 * Math.sin((Math.PI * i) / 16),
  }));
  return [...jaw, ...inner];
}

function pairsOf(impostor: Quantiles): PairCalibration {
  const [eyes, brows, nose, mouth, jaw, faceShape] = Array.from({ length: 6 }, () => EVEN);
  const features = {
    eyes: eyes!,
    brows: brows!,
    nose: nose!,
    mouth: mouth!,
    jaw: jaw!,
    faceShape: faceShape!,
  };
  return { impostor, genuine: EVEN, features };
}
