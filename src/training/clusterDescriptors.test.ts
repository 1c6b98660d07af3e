import { expect, it } from "vitest";

import type { Descriptor } from "../face/descriptor.ts";
import { seededRandom } from "../shared/random.ts";
import { clusterDescriptors } from "./clusterDescriptors.ts";

it("joins by the mean distance, worked by hand", () => {
  // 0 and 1 join at 1; their mean distance to 2.4 is 1.9, to 3 it would be 2.5; 2.4 and 3 join first.
  const places = [0, 1, 2.4, 3].map(at);
  expect(clusterDescriptors(places, { maxDistance: 1 })).toEqual([0, 0, 1, 1]);
  // {0, 1} to {2.4, 3}: (2.4 + 3 + 1.4 + 2) / 4 = 2.2.
  expect(clusterDescriptors(places, { maxDistance: 2.19 })).toEqual([0, 0, 1, 1]);
  expect(clusterDescriptors(places, { maxDistance: 2.21 })).toEqual([0, 0, 0, 0]);
});

it("does not chain: a row of steps is not one person", () => {
  const steps = Array.from({ length: 12 }, (_, i) => at(i * 0.4));
  const clusters = clusterDescriptors(steps, { maxDistance: 0.5 });
  expect(new Set(clusters).size).toBeGreaterThan(3);
});

it("never joins what must stay apart, not even through a third", () => {
  const faces = [at(0), at(0.1), at(0.05)];
  const areApart = (a: number, b: number) => a === 0 && b === 1;
  const clusters = clusterDescriptors(faces, { maxDistance: 1, areApart });
  expect(clusters[0]).not.toBe(clusters[1]);
  expect(new Set(clusters).size).toBe(2);
});

it("finds people again, whatever the order of their photos", () => {
  const random = seededRandom(5);
  const people = Array.from({ length: 60 }, (_, i) => i % 6);
  const faces = people.map((person) => {
    const face = at(0);
    face[person] = 1;
    return face.map((value) => value + 0.05 * (random() - 0.5)) as Descriptor;
  });
  expect(clusterDescriptors(faces, { maxDistance: 0.6 })).toEqual(people);
});

it("answers nothing with nothing, and one face with itself", () => {
  expect(clusterDescriptors([], { maxDistance: 1 })).toEqual([]);
  expect(clusterDescriptors([at(3)], { maxDistance: 1 })).toEqual([0]);
});

function at(place: number): Descriptor {
  const values = new Float32Array(128);
  values[0] = place;
  return values as Descriptor;
}
