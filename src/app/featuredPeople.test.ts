import { expect, it } from "vitest";

import type { Person, PresentsAs } from "../gallery/gallery.ts";
import { featuredPeople } from "./featuredPeople.ts";

it("takes women and men in turn", () => {
  const people = [...group("woman", 4), ...group("man", 4)];
  expect(names(people, 4)).toEqual(["woman 0", "man 0", "woman 2", "man 2"]);
});

it("fills the wall where nobody's group is said", () => {
  expect(names(group(undefined, 8), 4)).toEqual([
    "undefined 0",
    "undefined 2",
    "undefined 4",
    "undefined 6",
  ]);
});

it("fills up from the larger group, and never shows more than asked for", () => {
  const people = [...group("woman", 1), ...group("man", 8)];
  expect(names(people, 4)).toEqual(["woman 0", "man 0", "man 2"]);
  expect(names(people, 1)).toEqual(["woman 0"]);
});

it("shows nobody of an empty gallery", () => {
  expect(featuredPeople([], 4)).toEqual([]);
});

function names(people: readonly Person[], count: number): readonly string[] {
  return featuredPeople(people, count).map(({ name }) => name);
}

/** People with ever fewer photos. */
function group(presentsAs: PresentsAs | undefined, count: number): Person[] {
  return Array.from({ length: count }, (_, i) => {
    const person = { name: `${String(presentsAs)} ${i}`, photoCount: 50 - i };
    return (presentsAs === undefined ? person : { ...person, presentsAs }) as Person;
  });
}
