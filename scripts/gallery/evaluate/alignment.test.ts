import { describe, expect, it } from "vitest";

import type { Descriptor } from "../../../src/face/descriptor.ts";
import { seededRandom } from "../../../src/shared/random.ts";
import { createDataset, type Candidate } from "../dataset.ts";
import { describedFace, descriptorAt, usablePhoto } from "../testing.ts";
import { alignmentFigures } from "./alignment.ts";

describe("alignmentFigures", () => {
  it("compares the two crops on the people of one source", () => {
    // By our crop everybody lies elsewhere; by the stock crop all lie anywhere.
    const dataset = createDataset([
      person("ann", 0, "here"),
      person("bea", 1, "there"),
      person("cal", 2, "here"),
      person("dan", 3, "here"),
    ]);
    const figures = alignmentFigures(dataset, "here", 10)!;
    expect(figures).toMatchObject({ people: 3, photos: 60, top1: 1 });
    expect(figures.stockCropTop1).toBeLessThan(0.7);
  });

  it("says nothing of one person, nor where a photo has no stock crop", () => {
    const two = [person("ann", 0, "here"), person("bea", 1, "there")];
    expect(alignmentFigures(createDataset(two), "here", 10)).toBeUndefined();

    const [first, ...rest] = person("cal", 2, "here").photos;
    const { box, score, landmarks, quality, descriptor } = first!.face;
    const bareFirst = { ...first!, face: { box, score, landmarks, quality, descriptor } };
    const bare = { ...person("cal", 2, "here"), photos: [bareFirst, ...rest] };
    expect(alignmentFigures(createDataset([two[0]!, bare]), "here", 10)).toBeUndefined();
  });
});

/** Twenty photos around a place of their own, the stock crop's anywhere. */
function person(id: string, axis: number, source: string): Candidate {
  const random = seededRandom(axis + 1);
  const anywhere = (): Descriptor =>
    descriptorAt(...Array.from({ length: 12 }, () => random() - 0.5));
  const photos = Array.from({ length: 20 }, (_, i) => {
    const own = anywhere();
    own[axis]! += 3;
    const face = { ...describedFace(own), stockDescriptor: anywhere() };
    return usablePhoto(`${id}/${i}.jpg`, face);
  });
  const facts = { presentsAs: undefined, field: undefined, region: undefined };
  return { person: { id, name: id, ...facts, source, photos: [] }, photos };
}
