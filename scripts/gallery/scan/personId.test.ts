import fc from "fast-check";
import { expect, it } from "vitest";

import { distinctIds, personId, personName } from "./personId.ts";

/** What src/gallery/decodePeople.ts takes for an id. */
const SLUG = /^[\p{Ll}\d]+(-[\p{Ll}\d]+)*$/u;

it.each([
  ["grace-kelly", "grace-kelly", "Grace Kelly"],
  ["grace_kelly", "grace-kelly", "Grace Kelly"],
  ["Jean-Luc Godard", "jean-luc-godard", "Jean-Luc Godard"],
  ["jean-luc godard", "jean-luc-godard", "Jean-luc Godard"],
  ["Zoë K.", "zoë-k", "Zoë K."],
  ["  Ann  ", "ann", "Ann"],
  ["лев-яшин", "лев-яшин", "Лев Яшин"],
  ["2pac", "2pac", "2pac"],
])("makes of the folder %j the id %j and the name %j", (folder, id, name) => {
  expect([personId(folder), personName(folder)]).toEqual([id, name]);
});

it("hashes a name in a script without lower case", () => {
  expect(personId("山田")).toMatch(/^person-[0-9a-f]{8}$/);
  expect(personName("山田")).toBe("山田");
});

it("takes both ways to write an accent for one", () => {
  expect(personId("Zoe\u0308")).toBe(personId("Zo\u00eb"));
});

it("tells folders of one slug apart, even where the number is taken", () => {
  expect(distinctIds(["Ann", "ann", "ann-2", "a n n"])).toEqual([
    "ann",
    "ann-2",
    "ann-2-2",
    "a-n-n",
  ]);
});

it("makes a slug of anything, and a name that is not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (folder) => {
      expect(personId(folder)).toMatch(SLUG);
      expect(personName(folder)).not.toBe("");
    }),
    { seed: 20241104 },
  );
});
