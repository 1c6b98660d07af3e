import { expect, it } from "vitest";

import type { PersonId } from "../../gallery/gallery.ts";
import { placeOf } from "./evidencePlace.ts";
import { faceLike, galleryOf } from "../fixtures.ts";
import { answerAmong } from "./matchResult.ts";

// A, C and E present as women, B and D as men; the face is B's.
const result = {
  reading: { face: faceLike(1), used: 1, given: 1 },
  loaded: galleryOf(["A", "B", "C", "D", "E"]),
};
const women = answerAmong(result, "women");

it("counts within the group for who belongs to it", () => {
  const place = placeOf(result, "women", women, "c" as PersonId);
  expect(place).toMatchObject({ rank: 2, filter: "women", comparedCount: 3 });
  expect(place.match.person.name).toBe("C");
});

it("counts among everyone for who does not", () => {
  expect(placeOf(result, "women", women, "b" as PersonId)).toMatchObject({
    rank: 1,
    filter: "everyone",
    comparedCount: 5,
  });
});

it("refuses a person who is nowhere", () => {
  expect(() => placeOf(result, "women", women, "z" as PersonId)).toThrow("z is in the gallery");
});
