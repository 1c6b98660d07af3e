import { describe, expect, it, vi } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { measurePlantedErrors, plantedErrorTable } from "./plantedErrors.ts";

describe("measurePlantedErrors", { timeout: 60_000 }, () => {
  const input = tenPeople();
  const onSeed = vi.fn();
  const figures = measurePlantedErrors(input, { share: 0.05, seeds: [1, 2], onSeed });

  it("plants the share asked for, by every seed", () => {
    expect(figures.photos).toBe(100);
    expect(figures.wrong).toEqual({ mean: 5, deviation: 0 });
    expect(onSeed.mock.calls).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("finds them by what knows the label, and hardly by what does not", () => {
    const { suspicion, ownProbability, entropy, random } = figures.averagePrecision;
    expect(suspicion.mean).toBeGreaterThan(0.9);
    expect(ownProbability.mean).toBeGreaterThan(0.9);
    expect(entropy.mean).toBeLessThan(0.6);
    expect(random.mean).toBeLessThan(0.5);
  });

  it("counts photos known to be wrong before as finds", () => {
    const isWrong = input.labels.map((_, i) => i < 10);
    const { wrong } = measurePlantedErrors(input, { share: 0.05, seeds: [1], isWrong });
    expect(wrong.mean).toBeGreaterThanOrEqual(10);
    expect(wrong.mean).toBeLessThanOrEqual(15);
  });

  it("has a row for every score", () => {
    const lines = plantedErrorTable(figures).split("\n");
    expect(lines).toHaveLength(2 + Object.keys(figures.averagePrecision).length);
    expect(lines.at(-1)).toMatch(/^\| suspicion \| [01]\.\d{3} ± \d\.\d{3} \|$/);
  });

  it("refuses a share under which nothing is planted", () => {
    expect(() => measurePlantedErrors(input, { share: 0, seeds: [1] })).toThrow(
      "nothing is positive",
    );
  });
});

function tenPeople() {
  const random = seededRandom(20240527);
  const centres = Array.from({ length: 10 }, () => Array.from({ length: 12 }, random));
  const labels = Array.from({ length: 100 }, (_, i) => i % 10);
  const descriptors = labels.map((label) =>
    centres[label]!.map((value) => value + 0.4 * (random() - 0.5)),
  );
  return { descriptors, labels, groups: labels.map((_, i) => i), classCount: 10 };
}
