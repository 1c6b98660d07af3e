import { describe, expect, it } from "vitest";

import type { Outcomes } from "../../../src/training/foldModels.ts";
import { calibrationError } from "../../../src/training/reliability.ts";
import { wilsonInterval } from "../../../src/training/confidenceIntervals.ts";
import { createDataset, type Candidate } from "../dataset.ts";
import { candidate, descriptorAt } from "../testing.ts";
import { identificationDetails } from "./identification.ts";

/** Three people of two photos: Ann and Bea of the east, Cal of nowhere. */
const DATASET = createDataset([
  person("ann", { presentsAs: "woman", region: "east" }),
  person("bea", { presentsAs: "woman", region: "east" }),
  person("cal", { presentsAs: "man" }),
]);

/** Both of Ann's are right, one of Bea's is taken for Ann (Bea comes second), both of Cal's for Bea (Cal comes third). */
const OUTCOMES: Outcomes = {
  labels: Int32Array.of(0, 0, 1, 1, 2, 2),
  predicted: Int32Array.of(0, 0, 1, 0, 1, 1),
  confidences: Float64Array.of(0.9, 0.9, 0.9, 0.5, 0.4, 0.4),
  ownProbabilities: Float64Array.of(0.9, 0.9, 0.9, 0.4, 0.2, 0.2),
  ownRanks: Int32Array.of(0, 0, 0, 1, 2, 2),
};

describe("identificationDetails", () => {
  const details = identificationDetails(DATASET, OUTCOMES);

  it("says who is taken for whom, by name, most frequent first", () => {
    expect(details.confusions).toEqual([
      { person: "cal", takenFor: "bea", photos: 2 },
      { person: "bea", takenFor: "ann", photos: 1 },
    ]);
  });

  it("scores each person alone, with the interval of Wilson", () => {
    expect(details.perPerson).toEqual([
      { group: "ann", people: 1, photos: 2, top1: 1, interval: wilsonInterval(2, 2) },
      { group: "bea", people: 1, photos: 2, top1: 0.5, interval: wilsonInterval(1, 2) },
      { group: "cal", people: 1, photos: 2, top1: 0, interval: wilsonInterval(0, 2) },
    ]);
  });

  it("scores the groups that are known, sorted by name", () => {
    const shares = (group: keyof typeof details.groups) =>
      details.groups[group].map(({ group, people, top1 }) => [group, people, top1]);
    expect(shares("presentsAs")).toEqual([
      ["man", 1, 0],
      ["woman", 2, 0.75],
    ]);
    expect(shares("region")).toEqual([["east", 2, 0.75]]);
  });

  it("puts the shares of all photos into their intervals", () => {
    expect(details.top1Interval.low).toBeLessThan(0.5);
    expect(details.top1Interval.high).toBeGreaterThan(0.5);
    expect(details.top5Interval).toEqual(wilsonInterval(6, 6));
  });

  it("shows how far shares can be believed", () => {
    expect(details.reliability.map(({ photos, accuracy }) => [photos, accuracy])).toEqual([
      [2, 0],
      [1, 0],
      [3, 1],
    ]);
    const bins = details.reliability.map((bin) => ({ ...bin, count: bin.photos }));
    expect(calibrationError(bins)).toBeCloseTo((0.4 + 0.4 + 0.5 + 3 * 0.1) / 6, 12);
  });
});

function person(id: string, facts: Partial<Candidate["person"]>): Candidate {
  const own = candidate(id, [descriptorAt(id.length, 1), descriptorAt(id.length, 2)]);
  return { ...own, person: { ...own.person, region: undefined, ...facts } };
}
