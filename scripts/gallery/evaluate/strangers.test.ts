import { describe, expect, it } from "vitest";

import type { Descriptor } from "../../../src/face/descriptor.ts";
import type { Gallery, Person } from "../../../src/gallery/gallery.ts";
import { describedFace, descriptorAt, usablePhoto } from "../testing.ts";
import { strangerFigures } from "./strangers.ts";

/** Six people on six axes; whoever is nearest is also the most probable. */
const PLACES = Array.from({ length: 6 }, (_, i) =>
  descriptorAt(...Array.from({ length: 6 }, (_, j) => (i === j ? 1 : 0))),
);
const DISTANCES = {
  strangers: new Float64Array(0),
  others: new Float64Array(0),
  genuine: new Float64Array(0),
  nearestOfOthers: new Float64Array(0),
  nearestOfKnown: Float64Array.of(0.2, 0.3),
  nearestOfStrangers: Float64Array.of(0.25, 0.5),
};

describe("strangerFigures", () => {
  it("compares the photos of each stranger, worked by hand", () => {
    // The first is p0 in both photos, the second p0 and p1, the third has one photo.
    const strangers = [photos(near(0), near(0)), photos(near(0), near(1)), photos(near(2))];
    expect(strangerFigures(gallery(6), { strangers, leftOut: [] }, DISTANCES)).toMatchObject({
      repeatability: 0.5,
      photos: 5,
      pairs: 2,
      // 0.2 and 0.3 against 0.25 and 0.5: three of four pairs in the right order.
      auroc: 0.75,
      topNameShare: 0.75,
      hubs: [
        { person: "p0", share: 0.6 },
        { person: "p1", share: 0.2 },
        { person: "p2", share: 0.2 },
      ],
      means: [{ photos: 1, people: 2, pairs: 2, repeatability: 0.5, topNameShare: 0.75 }],
    });
  });

  it("compares means of people left out too, worked by hand", () => {
    // Single photos give p0, p1, p0, p1; the mean of any two in a row lies between the two, nearer to p0.
    const leftOut = [photos(near(0), weaker(1), near(0), weaker(1))];
    const strangers = [photos(near(2), near(2))];
    const { means } = strangerFigures(gallery(6), { strangers, leftOut }, DISTANCES)!;
    expect(means).toMatchObject([
      // Neighbours differ, four times; the stranger's two agree.
      { photos: 1, people: 2, pairs: 5, repeatability: 0.2, topNameShare: 0.4 },
      { photos: 2, people: 1, pairs: 2, repeatability: 1, topNameShare: 1, top5Overlap: 1 },
    ]);
  });

  it("is not skewed where everybody is named once", () => {
    const strangers = [photos(...PLACES.map((_, i) => near(i)))];
    const figures = strangerFigures(gallery(6), { strangers, leftOut: [] }, DISTANCES)!;
    expect(figures.hubnessSkewness).toBe(0);
    expect(figures.pairs).toBe(15);
    expect(figures.repeatability).toBe(0);
  });

  it("says nothing without two photos of anybody, or of too small a gallery", () => {
    const once = { strangers: [photos(near(0)), []], leftOut: [photos(near(0), near(0))] };
    expect(strangerFigures(gallery(6), once, DISTANCES)).toBeUndefined();
    const two = [photos(near(0), near(0))];
    const outsiders = { strangers: two, leftOut: [] };
    expect(strangerFigures(gallery(4), outsiders, DISTANCES)).toBeUndefined();
  });
});

function gallery(size: number): Gallery {
  const prototypes = PLACES.slice(0, size);
  const quantiles = { probabilities: [0, 1], values: [0, 2], count: 2 };
  return {
    id: "g",
    title: "G",
    people: prototypes.map((prototype, i) => ({ id: `p${i}`, prototype }) as unknown as Person),
    sources: [],
    calibration: {
      impostor: quantiles,
      genuine: quantiles,
      openSetDistance: 1,
      acceptedStrangers: 0.5,
    },
    classifier: {
      classCount: size,
      inputLength: 128,
      weights: Float32Array.from(prototypes.flatMap((prototype) => [...prototype])),
      biases: new Float32Array(size),
      temperature: 1,
    },
  };
}

/** Nearest to one of the people, and as far from all the others. */
function near(person: number): Descriptor {
  return descriptorAt(...Array.from({ length: 6 }, (_, i) => (i === person ? 0.8 : 0.1)));
}

/** As near, and not as far from the others. */
function weaker(person: number): Descriptor {
  return descriptorAt(...Array.from({ length: 6 }, (_, i) => (i === person ? 0.6 : 0.1)));
}

function photos(...descriptors: readonly Descriptor[]) {
  return descriptors.map((at, i) => usablePhoto(`${i}.jpg`, describedFace(at)));
}
