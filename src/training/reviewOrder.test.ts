import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { averagePrecision } from "./averagePrecision.ts";
import type { LabelEvidence } from "./labelEvidence.ts";
import { plantErrors } from "./plantedErrors.ts";
import { rankSuspects, reviewOrder } from "./reviewOrder.ts";

const PEOPLE = 12;
const PHOTOS = 12;
const LENGTH = 16;

describe("rankSuspects", () => {
  it("weighs a deviation as two nats, in a case worked by hand", () => {
    const [first, second, third] = rankSuspects([
      evidence({ sample: 0, ownProbability: Math.exp(-3), ownDeviation: 0 }),
      evidence({ sample: 1, ownProbability: 1, ownDeviation: 2 }),
      evidence({ sample: 2, ownProbability: Math.exp(-1), ownDeviation: 1 }),
    ]);
    expect(first).toMatchObject({ sample: 1, suspicion: 4 });
    // 3 both; the lower index first.
    expect([second!.sample, third!.sample]).toEqual([0, 2]);
    expect(third!.suspicion).toBeCloseTo(3, 12);
    expect(first!.wrongProbability).toBeCloseTo(1 / (1 + Math.exp(4.5)), 12);
  });

  it("has no reason against a good photo", () => {
    expect(rankSuspects([evidence({})])[0]!.reasons).toEqual([]);
  });

  it("names another person only where the face is near to theirs", () => {
    const moved = { ownProbability: 0.01, rival: 7, rivalProbability: 0.98, ownDeviation: 5 };
    expect(reasonsOf({ ...moved, rivalDeviation: 1 })).toEqual(["looksLike", "farFromOwn"]);
    expect(reasonsOf({ ...moved, rivalDeviation: 4 })).toEqual(["farFromOwn"]);
  });

  it("tells dispute from doubt", () => {
    expect(reasonsOf({ voteEntropy: 0.5 })).toEqual(["disputed"]);
    expect(reasonsOf({ ownProbability: 0.4, rivalProbability: 0.3 })).toEqual(["uncertain"]);
  });

  it("ranks a probability of 0 without an infinite suspicion", () => {
    const [one] = rankSuspects([evidence({ ownProbability: 0 })]);
    expect(one!.suspicion).toBeCloseTo(52 * Math.log(2), 9);
  });
});

describe("reviewOrder", { timeout: 60_000 }, () => {
  it("finds planted errors and says whose they are", () => {
    const truth = people(PEOPLE);
    const { labels, isPlanted } = plantErrors(truth, 0.05, 3);
    const order = reviewOrder({ ...truth, labels }, { seed: 1 });
    expect(precision(order, isPlanted)).toBeGreaterThan(0.95);
    for (const { reasons } of order.slice(0, isPlanted.filter(Boolean).length))
      expect(reasons[0]?.kind).toBe("looksLike");
    const first = order[0]!;
    expect(first.rival).toBe(truth.labels[first.sample]);
  });

  it("finds strangers in a folder of which they are the greater part", () => {
    // Person 0 keeps 5 of 12 photos; the other 7 are of 7 people seen nowhere else.
    const truth = people(PEOPLE + 7);
    const isStranger = truth.labels.map((label) => label >= PEOPLE);
    const kept = truth.labels.flatMap((label, i) => {
      const place = i % PHOTOS;
      if (label >= PEOPLE) return place === 0 ? [i] : [];
      return label === 0 && place >= 5 ? [] : [i];
    });
    const input = {
      descriptors: kept.map((i) => truth.descriptors[i]!),
      labels: kept.map((i) => (isStranger[i] ? 0 : truth.labels[i]!)),
      groups: kept,
      classCount: PEOPLE,
    };
    const order = reviewOrder(input, { seed: 1 });
    expect(
      precision(
        order,
        kept.map((i) => isStranger[i]!),
      ),
    ).toBeGreaterThan(0.95);
  });

  it("ranks every photo once, and the same again", () => {
    const truth = people(4);
    const order = reviewOrder(truth, { seed: 5 });
    expect(order.map(({ sample }) => sample).toSorted((a, b) => a - b)).toEqual([
      ...truth.labels.keys(),
    ]);
    expect(reviewOrder(truth, { seed: 5 })).toEqual(order);
  });

  it("refuses a person without two pictures", () => {
    const one = { descriptors: [[0], [1], [2]], labels: [0, 0, 1], groups: [0, 1, 2] };
    expect(() => reviewOrder({ ...one, classCount: 2 }, { seed: 1 })).toThrow("emptyClass");
  });
});

/** Photos scattered about a point of each person's own. */
function people(count: number) {
  const random = seededRandom(20240526);
  const centred = () => random() + random() + random() - 1.5;
  const descriptors: number[][] = [];
  const labels: number[] = [];
  for (let person = 0; person < count; person++) {
    const centre = Array.from({ length: LENGTH }, centred);
    for (let photo = 0; photo < PHOTOS; photo++) {
      descriptors.push(centre.map((value) => value + 0.6 * centred()));
      labels.push(person);
    }
  }
  return { descriptors, labels, groups: labels.map((_, i) => i), classCount: count };
}

function precision(order: ReturnType<typeof reviewOrder>, isWrong: readonly boolean[]): number {
  return averagePrecision(
    order.map(({ suspicion }) => suspicion),
    order.map(({ sample }) => isWrong[sample]!),
  );
}

function reasonsOf(parts: Partial<LabelEvidence>): readonly string[] {
  return rankSuspects([evidence(parts)])[0]!.reasons.map(({ kind }) => kind);
}

/** Of a good photo, but for the parts given. */
function evidence(parts: Partial<LabelEvidence>): LabelEvidence {
  return {
    sample: 0,
    label: 0,
    ownProbability: 0.99,
    likeliest: [{ person: 0, probability: 0.99 }],
    rival: 1,
    rivalProbability: 0.01,
    logOdds: Math.log(0.01 / 0.99),
    uncertainty: { leastConfidence: 0, margin: 0, ratio: 0, entropy: 0 },
    voteEntropy: 0,
    divergence: 0,
    votesAgainst: 0,
    ownDistance: 0.4,
    rivalDistance: 0.8,
    ownDeviation: 0,
    rivalDeviation: 6,
    ...parts,
  };
}
