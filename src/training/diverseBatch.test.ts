import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { diverseBatch } from "./diverseBatch.ts";

describe("diverseBatch", () => {
  it("passes over the copy of what it has, in a case worked by hand", () => {
    // Gains after the first: place 2/3, 1/3 and likeness 0.9, 0, by half.
    expect(diverseBatch([9, 8, 7], [[0], [1], [10]], { size: 2 })).toEqual([0, 2]);
    expect(diverseBatch([9, 8, 7], [[0], [1], [10]], { size: 3 })).toEqual([0, 2, 1]);
  });

  it("is the plain order where diversity counts for nothing", () => {
    const scores = [1, 5, 3, 4];
    const batch = diverseBatch(scores, [[0], [0], [0], [9]], { size: 3, diversity: 0 });
    expect(batch).toEqual([1, 3, 2]);
  });

  it("keeps to the pool", () => {
    const batch = diverseBatch([4, 3, 2, 1], [[0], [0], [0], [9]], { size: 2, poolSize: 3 });
    expect(batch).toEqual([0, 1]);
  });

  it("picks copies where there is nothing else, though no distance tells them apart", () => {
    expect(diverseBatch([1, 2, 3], [[7], [7], [7]], { size: 2 })).toEqual([2, 1]);
  });

  it("leaves the pool nearer to the batch than the top scores do", () => {
    // Scores fall from scene to scene: the first scene alone would fill the batch.
    const random = seededRandom(11);
    const vectors = Array.from({ length: 80 }, (_, i) => {
      const scene = Math.floor(i / 20);
      return Array.from({ length: 8 }, (_, p) => (p === scene ? 3 : 0) + 0.2 * random());
    });
    const scores = vectors.map((_, i) => -i);
    const top = Array.from({ length: 20 }, (_, i) => i);
    const diverse = diverseBatch(scores, vectors, { size: 20 });
    expect(meanDistanceTo(diverse, vectors)).toBeLessThan(0.3 * meanDistanceTo(top, vectors));
    expect(new Set(diverse.map((i) => Math.floor(i / 20))).size).toBe(4);
  });

  it("picks without repeating, the highest score first", () => {
    const sample = fc.tuple(fc.integer(), fc.array(fc.integer(), { minLength: 3, maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.array(sample, { minLength: 1, maxLength: 30 }),
        fc.nat(20),
        (samples, size) => {
          const scores = samples.map(([score]) => score);
          const vectors = samples.map(([, vector]) => vector);
          const batch = diverseBatch(scores, vectors, { size: size + 1 });
          expect(batch).toHaveLength(Math.min(size + 1, samples.length));
          expect(new Set(batch).size).toBe(batch.length);
          expect(scores[batch[0]!]).toBe(Math.max(...scores));
        },
      ),
      { seed: 20240524 },
    );
  });

  it("refuses a pool smaller than the batch, and a weight outside [0, 1]", () => {
    expect(() => diverseBatch([1], [[1]], { size: 2, poolSize: 1 })).toThrow("pool of 1");
    expect(() => diverseBatch([1], [[1]], { size: 1, diversity: 2 })).toThrow("diversity is 2");
    expect(() => diverseBatch([1, 2], [[1]], { size: 1 })).toThrow("1 vectors, 2 scores");
  });
});

function meanDistanceTo(batch: readonly number[], vectors: readonly (readonly number[])[]): number {
  const distances = vectors.map((vector) =>
    Math.min(...batch.map((i) => Math.hypot(...vectors[i]!.map((v, p) => v - vector[p]!)))),
  );
  return distances.reduce((sum, value) => sum + value, 0) / distances.length;
}
