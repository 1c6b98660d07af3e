import { describe, expect, it } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { identityMetric, inMetric } from "./identityMetric.ts";
import { labelledSamples } from "./labelledSamples.ts";

describe("identityMetric", () => {
  // Three people at −4, 0 and 4 along x; photos lie 1 beside the person along x, 2 along y.
  const vectors = [-4, 0, 4].flatMap((x) => [
    [x - 1, 2],
    [x + 1, -2],
  ]);
  const samples = labelledSamples(vectors, [0, 0, 1, 1, 2, 2], 3);

  it("agrees with a case worked by hand", () => {
    const { directions, centre } = identityMetric(samples, 2);
    expect([...centre]).toEqual([0, 0]);
    // Within: x 1 + 1 = 2, xy −4, y 8. Means: x 16. Between: 16 − 2/2 = 15, xy 2, y −4.
    const [a, b, d] = [15, 2, -4];
    const top = (a + d) / 2 + Math.hypot((a - d) / 2, b);
    const along = normalised([b, top - a]);
    const within = 2 * along[0] ** 2 - 8 * along[0] * along[1] + 8 * along[1] ** 2;
    // The other direction has no spread between people at all, and the first is stretched to a within of 1.
    const stretch = 1 / Math.sqrt(within);
    const first = directions.subarray(0, 2).map((value) => value * Math.sign(directions[0]!));
    expect(first[0]).toBeCloseTo(stretch * along[0], 12);
    expect(first[1]).toBeCloseTo(stretch * along[1], 12);
    expect([...directions.subarray(2)].map(Math.abs)).toEqual([0, 0]);
  });

  it("gives the photos of a person a mean squared distance of 1 from their mean", () => {
    for (const power of [0, 1, 3]) {
      const { inputs } = inMetric(samples, identityMetric(samples, power));
      // Of two photos, half their squared distance is the estimate.
      const spreads = [0, 2, 4].map((s) => {
        const [x, y] = [0, 1].map((i) => inputs[2 * s + i]! - inputs[2 * s + 2 + i]!);
        return (x! ** 2 + y! ** 2) / 2;
      });
      expect(spreads.reduce((sum, spread) => sum + spread, 0) / 3).toBeCloseTo(1, 12);
    }
  });

  it("puts the mean of all people at 0, however many photos they have", () => {
    const uneven = labelledSamples([[0], [1], [2], [9], [11]], [0, 0, 0, 1, 1], 2);
    const { inputs } = inMetric(uneven, identityMetric(uneven, 3));
    expect(inputs[1]! + (inputs[3]! + inputs[4]!) / 2).toBeCloseTo(0, 12);
  });

  it("takes what is left by rounding for nothing, where people are fewer than directions", () => {
    const random = seededRandom(4);
    const labels = Array.from({ length: 12 }, (_, i) => i % 3);
    const many = labels.map((label) => Array.from({ length: 40 }, () => label + random()));
    const { directions } = identityMetric(labelledSamples(many, labels, 3), 3);
    const lengths = Array.from({ length: 40 }, (_, row) =>
      Math.hypot(...directions.subarray(40 * row, 40 * (row + 1))),
    );
    expect(lengths.every(Number.isFinite)).toBe(true);
    expect(lengths.filter((length) => length > 0).length).toBeLessThanOrEqual(2);
  });

  it("has nothing to say where nobody differs", () => {
    const same = labelledSamples([[1], [1], [1], [1]], [0, 0, 1, 1], 2);
    expect([...identityMetric(same, 3).directions]).toEqual([0]);
  });
});

function normalised([x, y]: readonly [number, number]): readonly [number, number] {
  const length = Math.hypot(x, y);
  return [Math.abs(x) / length, (Math.sign(x) * y) / length];
}
