import type { Person } from "./gallery.ts";

/** Whom a face is compared with. */
export const PEOPLE_FILTERS = [
  "everyone",
  "women",
  "men",
  "screen",
  "music",
  "sport",
  "publicLife",
  "russia",
] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** Whether a person belongs to a group; of whom nothing is said, belongs to everyone alone. */
export function isIn(filter: PeopleFilter, person: Person): boolean {
  return BELONGS[filter](person);
}

const BELONGS: Readonly<Record<PeopleFilter, (person: Person) => boolean>> = {
  everyone: () => true,
  women: ({ presentsAs }) => presentsAs === "woman",
  men: ({ presentsAs }) => presentsAs === "man",
  // Television is a small field of its own in people.csv, and a screen to everybody else.
  screen: ({ field }) => field === "screen" || field === "television",
  music: ({ field }) => field === "music",
  sport: ({ field }) => field === "sport",
  publicLife: ({ field }) => field === "public life",
  russia: ({ region }) => region === "russia",
};

/** Below that a ranking says nothing. Chosen: the page shows five names. */
const MIN_PEOPLE = 5;

/** Everyone, and every group that has enough people to be ranked. */
export function offeredFilters(people: readonly Person[]): readonly PeopleFilter[] {
  return PEOPLE_FILTERS.filter(
    (filter) =>
      filter === "everyone" || people.filter((person) => isIn(filter, person)).length >= MIN_PEOPLE,
  );
}
