import { expect, it } from "vitest";

import { findByName } from "./findByName.ts";
import { galleryOf } from "../fixtures.ts";

const RUSSIAN: Readonly<Record<string, string>> = {
  "Penélope Cruz": "Пенелопа Крус",
  "Semyon Slepakov": "Семён Слепаков",
  "Mads Mikkelsen": "Мадс Миккельсен",
};
const people = galleryOf([
  "Penélope Cruz",
  "Tom Cruise",
  "Jean-Claude Van Damme",
  "Semyon Slepakov",
  "Sinéad O’Connor",
  "Mads Mikkelsen",
  "Peter Schmeichel-Møller",
]).gallery.people.map((person) => {
  const ru = RUSSIAN[person.name];
  return ru === undefined ? person : { ...person, names: { ru } };
});

it.each([
  ["penelope", ["Penélope Cruz"]],
  ["PENÉLOPE", ["Penélope Cruz"]],
  ["cru", ["Penélope Cruz", "Tom Cruise"]],
  ["tom cr", ["Tom Cruise"]],
  ["cruise tom", ["Tom Cruise"]],
  ["claude", ["Jean-Claude Van Damme"]],
  ["oconnor", ["Sinéad O’Connor"]],
  ["moller", ["Peter Schmeichel-Møller"]],
  ["семен", ["Semyon Slepakov"]],
  ["Пенелопа к", ["Penélope Cruz"]],
  ["ruise", []],
  ["  ", []],
  ["-", []],
])("finds by %j", (query, names) => {
  expect(findByName(people, query, 8).map(({ name }) => name)).toEqual(names);
});

it("keeps words of one name together: no first name in one alphabet and last in the other", () => {
  expect(findByName(people, "mads миккельсен", 8)).toEqual([]);
});

it("gives no more than was asked for", () => {
  expect(findByName(people, "s", 1)).toHaveLength(1);
});
