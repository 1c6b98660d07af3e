import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Descriptor, DESCRIPTOR_LENGTH, toDescriptor } from "../face/descriptor.ts";
import { rank, type Rankable } from "./rank.ts";

describe("rank", () => {
  it("agrees with a case worked by hand", () => {
    // The visitor stands at 1 on the first axis, the people at 1.5, 1 and 3.
    const ranking = rank(gallery([1.5, 1, 3], [0, 0, Math.log(2)]), at(1));
    expect(ranking.matches.map(({ index }) => index)).toEqual([2, 1, 0]);
    const [first, second, third] = ranking.matches;
    expect(first).toMatchObject({ probability: expect.closeTo(0.5, 6) as number, distance: 2 });
    // Impostor distances are spread evenly over [0, 4]: half of them are above 2.
    expect(first?.similarity).toBeCloseTo(0.5, 12);
    expect(second).toMatchObject({ distance: 0, similarity: 1 });
    expect(third?.similarity).toBeCloseTo(1 - 0.5 / 4, 12);
    expect(ranking.uncertainty.ratio).toBeCloseTo(0.5, 6);
  });

  it("orders equally probable people by distance", () => {
    const { matches } = rank(gallery([3, 1.5, 1], [0, 0, 0]), at(1));
    expect(matches.map(({ index }) => index)).toEqual([2, 1, 0]);
  });

  it("gives similarity 0 beyond every impostor measured", () => {
    expect(rank(gallery([9], [0]), at(1)).matches[0]?.similarity).toBe(0);
  });

  it("asks the nearest person, not the most probable one, whether anybody is near", () => {
    const far = gallery([1.5, 8], [0, 5]);
    expect(rank(far, at(1)).matches[0]?.index).toBe(1);
    expect(rank(far, at(1)).resemblesSomebody).toBe(true);
    expect(rank(far, at(1.5 - OPEN_SET)).resemblesSomebody).toBe(true);
    expect(rank(far, at(4)).resemblesSomebody).toBe(false);
  });

  it("names everybody once, most probable first", () => {
    const place = fc.float({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 9 }),
        fc.float({ min: Math.fround(0.1), max: 4, noNaN: true }),
        (people, visitor) => {
          const places = people.map(([x]) => (x === 0 ? 1 : x));
          const { matches } = rank(
            gallery(
              places,
              people.map(([, bias]) => bias),
            ),
            at(visitor),
          );
          expect(matches.map(({ index }) => index).sort((a, b) => a - b)).toEqual([
            ...people.keys(),
          ]);
          for (const [i, match] of matches.entries()) {
            expect(match.similarity).toBeGreaterThanOrEqual(0);
            expect(match.similarity).toBeLessThanOrEqual(1);
            if (i > 0)
              expect(match.probability).toBeLessThanOrEqual(matches[i - 1]?.probability ?? 0);
          }
        },
      ),
      { seed: 20240505 },
    );
  });

  it("gives the first few as they stand among everybody", () => {
    const places = [3, 1.5, 1, 1, 2, 0.5, 1];
    const rankable = gallery(places, [0, 1, 0, 0, 1, 0, 2]);
    const all = rank(rankable, at(1));
    for (let count = 1; count <= places.length; count++)
      expect(rank(rankable, at(1), count)).toEqual({
        ...all,
        matches: all.matches.slice(0, count),
      });
  });

  it("refuses a gallery whose rows and prototypes differ in number", () => {
    const whole = gallery([1, 2], [0, 0]);
    expect(() => rank({ ...whole, prototypes: [at(1)] }, at(1))).toThrow(
      "1 prototypes for 2 classes",
    );
  });
});

const OPEN_SET = 0.5;

/** People at `places` on the first axis; the classifier knows nothing but its biases. */
function gallery(places: readonly number[], biases: readonly number[]): Rankable {
  return {
    classifier: {
      classCount: places.length,
      inputLength: DESCRIPTOR_LENGTH,
      weights: new Float32Array(places.length * DESCRIPTOR_LENGTH),
      biases: Float32Array.from(biases),
      temperature: 1,
    },
    prototypes: places.map(at),
    calibration: {
      impostor: { probabilities: [0, 1], values: [0, 4], count: 100 },
      genuine: { probabilities: [0, 1], values: [0, 1], count: 100 },
      openSetDistance: OPEN_SET,
      acceptedStrangers: 0.05,
    },
  };
}

function at(place: number): Descriptor {
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  values[0] = place;
  const result = toDescriptor(values);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
