import type { PersonId } from "../../gallery/gallery.ts";
import { isIn, type PeopleFilter } from "../../gallery/peopleFilter.ts";
import { assert } from "../../shared/assert.ts";
import { answerAmong, type Answer, type Match, type MatchResult } from "./matchResult.ts";

/** Where one person stands in a line of people. */
export interface Place {
  readonly match: Match;
  /** 1 = first. */
  readonly rank: number;
  /** The group that was ranked, and how many are in it. */
  readonly filter: PeopleFilter;
  readonly comparedCount: number;
}

/**
 * The place of a person of the gallery: within the group where the person
 * belongs to it, else among everyone.
 *
 * @param answer of `answerAmong(result, filter)`
 * @throws where the gallery has no such person
 */
export function placeOf(
  result: MatchResult,
  filter: PeopleFilter,
  answer: Answer,
  id: PersonId,
): Place {
  const person = result.loaded.gallery.people.find((candidate) => candidate.id === id);
  assert(person !== undefined, `${id} is in the gallery`);
  return isIn(filter, person)
    ? placeIn(answer, filter, id)
    : placeIn(answerAmong(result, "everyone"), "everyone", id);
}

function placeIn({ matches, comparedCount }: Answer, filter: PeopleFilter, id: PersonId): Place {
  const index = matches.findIndex(({ person }) => person.id === id);
  return { match: matches[index]!, rank: index + 1, filter, comparedCount };
}
