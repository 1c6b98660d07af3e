import { expect, it } from "vitest";

import { seededRandom } from "../../src/shared/random.ts";
import { C_GRID, simplestOfTheBest, train, type TrainingInput } from "./train.ts";

it("learns three people apart, and says how well on photos it had not seen", () => {
  const { scores, tried, weights, biases, temperature } = train(threePeople(), () => undefined);
  expect(scores).toMatchObject({ top1: 1, top5: 1, macroF1: 1, photos: 45, people: 3 });
  expect(scores.ece).toBeLessThan(0.05);
  expect(tried.map(({ c }) => c)).toEqual(C_GRID);
  expect([weights.length, biases.length]).toEqual([3 * 128, 3]);
  expect(temperature).toBeGreaterThan(0);
});

it("gives the same bytes for the same photos", () => {
  const once = JSON.stringify(train(threePeople(), () => undefined));
  expect(JSON.stringify(train(threePeople(), () => undefined))).toBe(once);
});

it("prefers the smaller C where the larger one is better by chance", () => {
  const at = (c: number, logLoss: number) => {
    const scores = { logLoss, standardError: 0.02, top1: 1, top5: 1, macroF1: 1, ece: 0 };
    return { c, temperature: 1, scores: { ...scores, photos: 9, people: 3 } };
  };
  expect(simplestOfTheBest([at(1, 0.2), at(3, 0.11), at(10, 0.1)]).c).toBe(3);
  expect(simplestOfTheBest([at(1, 0.2), at(3, 0.15), at(10, 0.1)]).c).toBe(10);
});

it("is not flattered by copies on both sides of a fold", () => {
  // Labels that mean nothing: only copies of a training photo could be told right.
  const random = seededRandom(7);
  const pictures = Array.from({ length: 40 }, () => noise(random, 1));
  const copied: TrainingInput = {
    descriptors: pictures.flatMap((picture) => [picture, picture]),
    labels: pictures.flatMap((_, i) => [i % 4, i % 4]),
    groups: pictures.flatMap((_, i) => [`${i}`, `${i}`]),
    classCount: 4,
  };
  expect(train(copied, () => undefined).scores.top1).toBeLessThan(0.5);
});

/** Fifteen photos each, around three centres. */
function threePeople(): TrainingInput {
  const random = seededRandom(1);
  const labels = Array.from({ length: 45 }, (_, i) => i % 3);
  const descriptors = labels.map((label) => {
    const descriptor = noise(random, 0.03);
    descriptor[label]! += 1;
    return descriptor;
  });
  return { descriptors, labels, groups: labels.map((_, i) => `${i}`), classCount: 3 };
}

function noise(random: () => number, size: number): Float32Array {
  return Float32Array.from({ length: 128 }, () => size * (random() - 0.5));
}
