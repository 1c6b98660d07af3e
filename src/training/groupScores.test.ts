import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { clusterInterval, wilsonInterval } from "./confidenceIntervals.ts";
import { groupScores, overallScore } from "./groupScores.ts";

/** Person 0: one of two right; person 1: none of one; person 2: two of two; person 3: no photo. */
const PHOTOS = { labels: [0, 0, 1, 2, 2], hits: [true, false, false, true, true] };

describe("groupScores", () => {
  it("counts people and photos of each group, worked by hand", () => {
    const scores = groupScores(PHOTOS, ["b", "a", "b", "c"], 1);
    expect(scores).toEqual([
      {
        group: "b",
        people: 2,
        photos: 4,
        share: 0.75,
        interval: clusterInterval(
          [
            { hits: 1, count: 2 },
            { hits: 2, count: 2 },
          ],
          1,
        ),
      },
      { group: "a", people: 1, photos: 1, share: 0, interval: wilsonInterval(0, 1) },
    ]);
  });

  it("leaves out people who are in no group", () => {
    const scores = groupScores(PHOTOS, [undefined, "a", undefined, "a"], 1);
    expect(scores.map(({ group, people, photos }) => [group, people, photos])).toEqual([
      ["a", 1, 1],
    ]);
  });

  it("shares out all photos and all hits", () => {
    const photo = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(photo, { minLength: 1 }), (photos) => {
        const labels = photos.map(([label]) => label);
        const hits = photos.map(([, hit]) => hit);
        const scores = groupScores({ labels, hits }, ["x", "y", "x", "z", "y", "x"], 1);
        const right = scores.reduce((sum, score) => sum + score.share * score.photos, 0);
        expect(right).toBeCloseTo(hits.filter(Boolean).length, 9);
        const overall = overallScore({ labels, hits }, 1);
        expect(overall.photos).toBe(photos.length);
        expect(overall.share).toBeCloseTo(right / photos.length, 12);
        expect(overall.people).toBe(new Set(labels).size);
      }),
      { seed: 20240527, numRuns: 20 },
    );
  });

  it("refuses a photo of nobody listed, and lists of different lengths", () => {
    expect(() => groupScores(PHOTOS, ["a", "b"], 1)).toThrow("label 2 of 2");
    expect(() => groupScores({ labels: [0], hits: [] }, ["a"], 1)).toThrow("0 hits");
    expect(() => overallScore({ labels: [], hits: [] }, 1)).toThrow("no people");
  });
});
