import { expect, it } from "vitest";

import { quantiles } from "../../matching/quantiles.ts";
import { seededRandom } from "../../shared/random.ts";
import { likenessCurves } from "./evidenceCurves.ts";

const STRANGERS = normal(0.78, 0.09, 1);
const SAME = normal(0.3, 0.06, 2);

it("has an area of 1 under each curve", () => {
  const { distances, strangers, samePerson } = likenessCurves(STRANGERS, SAME, 0.5);
  const step = distances[1]! - distances[0]!;
  for (const curve of [strangers, samePerson])
    expect(curve.reduce((sum, y) => sum + y * step, 0)).toBeCloseTo(1, 2);
});

it("follows the density that the distances came from", () => {
  const { distances, strangers } = likenessCurves(STRANGERS, SAME, 0.5);
  const at = (distance: number) =>
    strangers[distances.findIndex((place) => place >= distance)] ?? NaN;
  const peak = 1 / (0.09 * Math.sqrt(2 * Math.PI));
  expect(at(0.78) / peak).toBeCloseTo(1, 1);
  expect(at(0.87) / peak).toBeCloseTo(Math.exp(-0.5), 1);
});

it("reaches a distance beyond all that were measured", () => {
  expect(likenessCurves(STRANGERS, SAME, 1.9).distances.at(-1)).toBeGreaterThan(1.9);
  expect(likenessCurves(STRANGERS, SAME, 0).distances[0]).toBeLessThanOrEqual(0);
});

it("takes a table whose first steps are finer and whose neighbours are equal", () => {
  const steps = {
    probabilities: [0, 0.0001, 0.5, 0.5, 1],
    values: [0.1, 0.2, 0.2, 0.3, 0.4],
    count: 9,
  };
  const { strangers } = likenessCurves(steps, SAME, 0.5);
  expect(strangers.every((y) => Number.isFinite(y) && y >= 0)).toBe(true);
});

it("draws distances that are all the same as a narrow hill", () => {
  const one = { probabilities: [0, 1], values: [0.5, 0.5], count: 1 };
  const { distances, samePerson } = likenessCurves(STRANGERS, one, 0.5);
  const highest = samePerson.indexOf(Math.max(...samePerson));
  expect(distances[highest]).toBeCloseTo(0.5, 1);
});

function normal(mean: number, deviation: number, seed: number) {
  const random = seededRandom(seed);
  return quantiles(
    Array.from({ length: 20_000 }, () => {
      const [u, v] = [1 - random(), random()];
      return mean + deviation * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    }),
  );
}
