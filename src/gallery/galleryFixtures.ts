/** The smallest gallery there can be, as JSON, for tests here and in other folders. */
import { DESCRIPTOR_LENGTH } from "../face/descriptor.ts";
import { LANDMARK_COUNT } from "../face/geometry.ts";

export const QUANTILES = { probabilities: [0, 0.5, 1], values: [0.2, 0.7, 1.1], count: 10 };

export function validGallery() {
  return {
    schemaVersion: 1,
    id: "test",
    title: "Two people",
    people: [person("a"), person("b")],
    sources: [{ id: "s", name: "S", url: "https://example.org", licence: "CC0", note: "" }],
    calibration: {
      impostor: QUANTILES,
      genuine: QUANTILES,
      openSetDistance: 0.6,
      acceptedStrangers: 0.05,
    },
  };
}

export function person(id: string) {
  return {
    id,
    name: id.toUpperCase(),
    names: { ru: "А" },
    presentsAs: "woman",
    field: "screen",
    photoCount: 3,
    portrait: `portraits/${id}.webp`,
    shape: points(LANDMARK_COUNT),
    prototype: numbers(DESCRIPTOR_LENGTH, 0.1),
    sources: ["s"],
  };
}

export function validClassifier() {
  return {
    schemaVersion: 1,
    classes: ["a", "b"],
    weights: numbers(2 * DESCRIPTOR_LENGTH, 1),
    biases: [0, 1],
    temperature: 0.5,
    training: { C: 1, folds: 5, photos: 6, seed: 1 },
    descriptorsSha256: "0".repeat(64),
  };
}

export function points(count: number): number[][] {
  return Array.from({ length: count }, (_, i) => [i, i]);
}

export function numbers(length: number, value: number): number[] {
  return new Array<number>(length).fill(value);
}
