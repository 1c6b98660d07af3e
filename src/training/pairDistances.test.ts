import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Descriptor } from "../face/descriptor.ts";
import { pairDistances } from "./pairDistances.ts";

/** On a line: 0, 1 and 3 of one person, 10 of another. */
const PLACES = [0, 1, 3, 10];
const LABELS = [7, 7, 7, 2];

describe("pairDistances", () => {
  it("compares every pair once, worked by hand", () => {
    const found = pairDistances(PLACES.map(at), LABELS);
    expect([...found.genuine].toSorted(ascending)).toEqual([1, 2, 3]);
    expect([...found.impostor].toSorted(ascending)).toEqual([7, 9, 10]);
    expect([found.genuinePairs, found.impostorPairs]).toEqual([3, 3]);
  });

  it("finds every pair whatever the order of the people", () => {
    const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(labels, (people) => {
        const places = people.map((_, i) => i * i);
        const { genuine, impostor, ...pairs } = pairDistances(places.map(at), people);
        expect(genuine).toHaveLength(pairs.genuinePairs);
        expect(impostor).toHaveLength(pairs.impostorPairs);
        expect(genuine.length + impostor.length).toBe((people.length * (people.length - 1)) / 2);
        const expected = people.flatMap((p, i) =>
          people.slice(0, i).flatMap((q, j) => (p === q ? [i * i - j * j] : [])),
        );
        expect([...genuine].toSorted(ascending)).toEqual(expected.toSorted(ascending));
      }),
      { seed: 20240522, numRuns: 50 },
    );
  });

  it("samples a kind of which there are too many, the other stays whole", () => {
    // 45 pairs within the first person, 10 with the second's one photo.
    const places = Array.from({ length: 11 }, (_, i) => i);
    const labels = places.map((place) => (place < 10 ? 0 : 1));
    const limits = { maxPairs: 20, seed: 1 };
    const found = pairDistances(places.map(at), labels, limits);
    expect([found.genuine.length, found.genuinePairs]).toEqual([20, 45]);
    expect([...found.impostor].toSorted(ascending)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(found.genuine.every((distance) => distance >= 1 && distance <= 9)).toBe(true);
    expect(pairDistances(places.map(at), labels, limits)).toEqual(found);
    expect(pairDistances(places.map(at), labels, { ...limits, seed: 2 })).not.toEqual(found);
  });

  it("draws every pair about equally often, whoever has most photos", () => {
    // One person at 0, 1, 3 and another at 100, 104: 3 + 1 pairs, 6 across.
    const places = [0, 1, 3, 100, 104];
    const found = pairDistances(places.map(at), [0, 0, 0, 1, 1], { maxPairs: 3, seed: 5 });
    expect(found.genuine).toHaveLength(3);
    const counts = new Map<number, number>();
    for (let seed = 0; seed < 4000; seed++)
      for (const kind of ["genuine", "impostor"] as const)
        for (const distance of pairDistances(places.map(at), [0, 0, 0, 1, 1], {
          maxPairs: 1,
          seed,
        })[kind])
          counts.set(distance, (counts.get(distance) ?? 0) + 1);
    for (const distance of [1, 2, 3, 4]) expect(counts.get(distance)! / 4000).toBeCloseTo(0.25, 1);
    for (const distance of [97, 99, 100, 101, 103, 104])
      expect(counts.get(distance)! / 4000).toBeCloseTo(1 / 6, 1);
  });

  it("refuses labels that do not fit the descriptors", () => {
    expect(() => pairDistances([at(1)], [])).toThrow("0 labels");
  });
});

function at(place: number): Descriptor {
  const values = new Float32Array(128);
  values[0] = place;
  return values as Descriptor;
}

function ascending(a: number, b: number): number {
  return a - b;
}
