import { expect, it } from "vitest";

import { personFacts } from "./personFacts.ts";
import type { Item } from "./wikidata.ts";

it.each([
  ["a woman who acts", ["Q6581072"], ["Q33999", "Q10800557"], "woman", "screen"],
  ["a trans man who sings", ["Q2449503"], ["Q177220"], "man", "music"],
  ["somebody non-binary who plays football", ["Q48270"], ["Q937857"], undefined, "sport"],
  ["two genders stated", ["Q6581072", "Q48270"], ["Q82955"], undefined, "public life"],
  ["an actor who sings", ["Q6581097"], ["Q33999", "Q177220"], "man", undefined],
  ["an occupation on no list", ["Q6581097"], ["Q1"], "man", undefined],
  ["nothing stated", [], [], undefined, undefined],
])("reads %s", (_, genders, occupations, presentsAs, field) => {
  expect(personFacts(item(genders, occupations))).toMatchObject({ presentsAs, field });
});

it("takes the preferred occupation where there is one, and names the fields otherwise", () => {
  const undecided = item(["Q6581097"], ["Q82955", "Q33999"]);
  expect(personFacts(undecided).possibleFields).toEqual(["screen", "public life"]);
  const [first, second] = undecided.statements["P106"]!;
  const decided = {
    ...undecided.statements,
    P106: [first!, { ...second!, rank: "preferred" as const }],
  };
  expect(personFacts({ ...undecided, statements: decided }).field).toBe("screen");
});

function item(genders: readonly string[], occupations: readonly string[]): Item {
  const statements = (ids: readonly string[]) =>
    ids.map((id) => ({ rank: "normal" as const, value: { id } }));
  return {
    id: "Q1",
    labels: {},
    descriptions: {},
    statements: { P21: statements(genders), P106: statements(occupations) },
  };
}
