import { describe, expect, it } from "vitest";

import type { Landmarks } from "../../src/face/geometry.ts";
import { seededRandom } from "../../src/shared/random.ts";
import { createDataset } from "./dataset.ts";
import { pairCalibration } from "./pairCalibration.ts";
import { describedFace, descriptorAt, usablePhoto } from "./testing.ts";

/** On a line: A's photos at 1, 2 and 4, B's at 10 and 15. */
const DATASET = createDataset([person("a", [1, 2, 4]), person("b", [10, 15])]);

describe("pairCalibration", () => {
  it("lets the gallery's people stand in for strangers, worked by hand", () => {
    const { genuine, impostor, features } = pairCalibration(DATASET, [])!;
    // 1, 2 and 3 of A, 5 of B; of the six pairs of both the nearest is 4 to 10, the farthest 1 to 15.
    expect([genuine.count, genuine.values[0], genuine.values.at(-1)]).toEqual([4, 1, 5]);
    expect([impostor.count, impostor.values[0], impostor.values.at(-1)]).toEqual([6, 6, 14]);
    expect(features.mouth.count).toBe(6);
    expect(features.mouth.values[0]).toBeGreaterThan(0);
  });

  it("measures different people on strangers where there are enough", () => {
    // Ten people with two photos each, a person's at one place: 190 pairs less the ten of one person.
    const strangers = Array.from({ length: 10 }, (_, i) => [photo(i, 0), photo(i, 1)]);
    const { genuine, impostor, features } = pairCalibration(DATASET, strangers)!;
    expect([genuine.count, impostor.count, features.jaw.count]).toEqual([4, 180, 180]);
    expect([impostor.values[0], impostor.values.at(-1)]).toEqual([1, 9]);
  });

  it("takes no copy for a second photo", () => {
    const copies = { ...DATASET, groups: ["one", "one", "four", "ten", "ten"] };
    expect(pairCalibration(copies, [])!.genuine).toMatchObject({ count: 1 });
    const alone = { ...DATASET, groups: ["a", "a", "a", "b", "b"] };
    expect(pairCalibration(alone, [])).toBeUndefined();
  });
});

function person(id: string, places: readonly number[]) {
  const facts = { id, name: id, presentsAs: undefined, field: undefined };
  return {
    person: { ...facts, region: undefined, source: undefined, photos: [] },
    photos: places.map((place, i) => photo(place, i, id)),
  };
}

function photo(place: number, i: number, id = "s") {
  const face = describedFace(descriptorAt(place, 1), {}, shape(100 * place + i));
  return usablePhoto(`${id}/${place}-${i}.jpg`, face);
}

function shape(seed: number): Landmarks {
  const random = seededRandom(seed);
  return Array.from({ length: 68 }, (_, i) => ({
    x: 30 * random() + (i >= 42 && i < 48 ? 60 : 0),
    y: 30 * random(),
  }));
}
