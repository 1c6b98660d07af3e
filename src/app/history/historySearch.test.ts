import { expect, it } from "vitest";

import { historyEntry } from "../../storage/historyFixtures.ts";
import { searchHistory } from "./historySearch.ts";

const ENTRIES = [
  named(1, "Penélope Cruz", "Пенелопа Крус"),
  named(2, "Natalie Portman", "Натали Портман"),
  named(3, "Pyotr Fyodorov", "Пётр Фёдоров"),
];

it.each([
  ["", [1, 2, 3]],
  ["  ", [1, 2, 3]],
  ["penelope", [1]],
  ["CRUZ pen", [1]],
  ["натали", [2]],
  ["федоров", [3]],
  ["Фёдоров", [3]],
  ["port крус", []],
  // Named second in every entry: the row does not show it.
  ["turing", []],
])("finds by %j", (text, ids) => {
  expect(searchHistory(ENTRIES, text).map(({ id }) => id)).toEqual(ids);
});

function named(id: number, name: string, ru: string) {
  const entry = historyEntry(id, name);
  const [best, ...next] = entry.matches;
  return { ...entry, matches: [{ ...best, names: { ru } }, ...next] as const };
}
