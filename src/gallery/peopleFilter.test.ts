import { expect, it } from "vitest";

import type { Person } from "./gallery.ts";
import { isIn, offeredFilters, PEOPLE_FILTERS } from "./peopleFilter.ts";

const groupsOf = (person: Partial<Person>) =>
  PEOPLE_FILTERS.filter((filter) => isIn(filter, person as Person));

it.each<[Partial<Person>, readonly string[]]>([
  [{}, ["everyone"]],
  [{ presentsAs: "woman", field: "music" }, ["everyone", "women", "music"]],
  [{ presentsAs: "man", field: "television" }, ["everyone", "men", "screen"]],
  [{ field: "public life", region: "russia" }, ["everyone", "publicLife", "russia"]],
])("puts %o into %o", (person, groups) => {
  expect(groupsOf(person)).toEqual(groups);
});

it("offers a group from five people on, and everyone always", () => {
  const women = (count: number) =>
    Array.from({ length: count }, () => ({ presentsAs: "woman" }) as Person);
  expect(offeredFilters(women(4))).toEqual(["everyone"]);
  expect(offeredFilters(women(5))).toEqual(["everyone", "women"]);
});
