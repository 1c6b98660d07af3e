import { expect, it } from "vitest";

import { descriptorDistance, type Descriptor } from "../../../src/face/descriptor.ts";
import { seededRandom } from "../../../src/shared/random.ts";
import { descriptorAt } from "../testing.ts";
import { forEachNearDescriptor } from "./nearDescriptors.ts";

it("finds pairs nearer than the distance, not those at it", () => {
  const descriptors = [descriptorAt(0), descriptorAt(0.25), descriptorAt(0.75)];
  expect(pairsOf(descriptors, 0.5)).toEqual(["1 0"]);
});

it("finds copies, and differences in the last value alone", () => {
  const last = Float32Array.from({ length: 128 }, (_, i) => Number(i === 127)) as Descriptor;
  expect(pairsOf([last, last, descriptorAt(0)], 0.9)).toEqual(["1 0"]);
});

it("finds just the pairs that comparing all finds, across the tiles", () => {
  const random = seededRandom(20240611);
  const descriptors = Array.from(
    { length: 600 },
    () =>
      Float32Array.from({ length: 128 }, (_, i) => (random() - 0.5) / (1 + (i % 7))) as Descriptor,
  );
  const expected: string[] = [];
  for (const [i, a] of descriptors.entries())
    for (let j = 0; j < i; j++)
      if (descriptorDistance(a, descriptors[j]!) < 1.75) expected.push(`${i} ${j}`);
  expect(expected.length).toBeGreaterThan(100);
  expect(pairsOf(descriptors, 1.75).toSorted()).toEqual(expected.toSorted());
});

it("has nothing to visit without photos", () => {
  expect(pairsOf([], 1)).toEqual([]);
});

function pairsOf(descriptors: readonly Descriptor[], maxDistance: number): string[] {
  const pairs: string[] = [];
  forEachNearDescriptor(descriptors, maxDistance, (i, j) => pairs.push(`${i} ${j}`));
  return pairs;
}
