import { describe, expect, it } from "vitest";

import { seededRandom, type Random } from "../shared/random.ts";
import { fitFromPrototypes } from "./fitFromPrototypes.ts";
import { fitLogisticRegression, fitLogits, type LogisticFit } from "./fitLogisticRegression.ts";
import { labelledSamples } from "./labelledSamples.ts";

const [PEOPLE, PHOTOS, STRANGERS] = [24, 8, 400];
/** People differ in the first six values only; photos in all thirty-two. */
const [OF_PEOPLE, LENGTH] = [6, 32];
/** Of the people of the gallery; strangers are more ordinary. */
const [SPREAD, ORDINARY] = [3, 1.5];

describe("fitFromPrototypes", () => {
  const samples = samplesOf(seededRandom(1));
  const fit = okay(fitFromPrototypes(samples, { c: 1 }));

  it("tells its people apart", () => {
    const names = firstNames(fit, samples.inputs);
    const right = names.filter((name, i) => name === samples.labels[i]).length;
    expect(right / names.length).toBeGreaterThan(0.97);
  });

  it("tells a stranger's next photo the same name more often than the plain fit", () => {
    const [first, second] = strangers(seededRandom(2));
    const agreement = (model: LogisticFit) => {
      const [one, other] = [firstNames(model, first), firstNames(model, second)];
      return one.filter((name, i) => name === other[i]).length / STRANGERS;
    };
    const plain = okay(fitLogisticRegression(samples, { c: 1 }));
    expect(agreement(fit)).toBeGreaterThan(agreement(plain) + 0.05);
  });

  it("keeps names from coming up too often, for strangers it has not seen too", () => {
    const [seen, others] = strangers(seededRandom(3));
    const weights = new Float64Array(STRANGERS).fill(1 / STRANGERS);
    const evened = okay(fitFromPrototypes(samples, { c: 1 }, { inputs: seen, weights }));
    expect(mostFrequent(evened, others)).toBeLessThan(0.5 * mostFrequent(fit, others));
    expect([...evened.weights]).toEqual([...fit.weights]);
  });

  it("says which class has no sample", () => {
    expect(fitFromPrototypes(labelledSamples([[1], [2]], [0, 2], 3), { c: 1 })).toEqual({
      ok: false,
      error: { kind: "emptyClass", label: 1 },
    });
  });
});

function samplesOf(random: Random) {
  const labels = Array.from({ length: PEOPLE * PHOTOS }, (_, i) => i % PEOPLE);
  const places = Array.from({ length: PEOPLE }, () => person(random, SPREAD));
  return labelledSamples(
    labels.map((label) => photo(places[label]!, random)),
    labels,
    PEOPLE,
  );
}

/** Two photos of each: both of shape [STRANGERS, LENGTH]. */
function strangers(random: Random): readonly [Float64Array, Float64Array] {
  const people = Array.from({ length: STRANGERS }, () => person(random, ORDINARY));
  const photos = () => Float64Array.from(people.flatMap((place) => photo(place, random)));
  return [photos(), photos()];
}

function person(random: Random, spread: number): readonly number[] {
  return Array.from({ length: LENGTH }, (_, i) => (i < OF_PEOPLE ? spread * normal(random) : 0));
}

function photo(place: readonly number[], random: Random): readonly number[] {
  return place.map((value) => value + 0.6 * normal(random));
}

/** Nearly normal: the sum of twelve even numbers has variance 1. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

function mostFrequent(fit: LogisticFit, inputs: Float64Array): number {
  const names = firstNames(fit, inputs);
  const counts = Array.from(
    { length: PEOPLE },
    (_, k) => names.filter((name) => name === k).length,
  );
  return Math.max(...counts) / names.length;
}

function firstNames(fit: LogisticFit, inputs: Float64Array): readonly number[] {
  const logits = fitLogits(fit, inputs);
  return Array.from({ length: inputs.length / LENGTH }, (_, s) => {
    const row = [...logits.subarray(s * PEOPLE, (s + 1) * PEOPLE)];
    return row.indexOf(Math.max(...row));
  });
}

function okay(fit: ReturnType<typeof fitFromPrototypes>): LogisticFit {
  if (!fit.ok) throw new Error(fit.error.kind);
  return fit.value;
}
