import type { Gallery, Person } from "../gallery/gallery.ts";
import type { Portraits } from "../gallery/loadGallery.ts";
import { isIn, type PeopleFilter } from "../gallery/peopleFilter.ts";
import { rank, type Rankable } from "../matching/rank.ts";
import { restrictClassifier } from "../matching/restrictClassifier.ts";
import type { Uncertainty } from "../matching/uncertainty.ts";
import type { Reading } from "./reading.ts";

/** A gallery with everything that showing a match takes. */
export interface LoadedGallery {
  readonly gallery: Gallery;
  readonly portraits: Portraits;
}

export interface Match {
  readonly person: Person;
  /** Absent where it could not be loaded. */
  readonly portraitUrl: string | undefined;
  /** Share of pairs of strangers that are less alike than these two, in [0, 1]. */
  readonly similarity: number;
  /** The classifier's calibrated share among the people compared, in [0, 1]. */
  readonly probability: number;
  /** From the person's prototype, Euclidean. */
  readonly distance: number;
}

/** A face and the gallery that it is compared with. */
export interface MatchResult {
  readonly reading: Reading;
  readonly loaded: LoadedGallery;
}

/** How a face stands among the people of one group. */
export interface Answer {
  /** Everybody in the group, best first, or as many as were asked for. */
  readonly matches: readonly Match[];
  readonly uncertainty: Uncertainty;
  /** False: "nobody really", and the matches are only the nearest. */
  readonly resemblesSomebody: boolean;
  /** How many people the face was compared with. */
  readonly comparedCount: number;
}

/** The answer and the next four. */
export const SHOWN_MATCHES = 5;

/**
 * The answer among the people of a group: the others' classes are masked and
 * the shares renormalised. Pure; costs one `rank`.
 *
 * @param count of matches; everybody if absent
 * @throws where nobody is in the group
 */
export function answerAmong(
  { reading, loaded }: MatchResult,
  filter: PeopleFilter,
  count?: number,
): Answer {
  const { gallery, portraits } = loaded;
  const { people, rankable } = groupOf(gallery, filter);
  const { matches, ...rest } = rank(rankable, reading.face.descriptor, count);
  return {
    ...rest,
    matches: matches.map(({ index, ...numbers }) => {
      const person = people[index]!;
      return { person, portraitUrl: portraits.get(person.id), ...numbers };
    }),
    comparedCount: people.length,
  };
}

interface Group {
  readonly people: readonly Person[];
  readonly rankable: Rankable;
}

/** The groups asked for so far: a group's classifier is a copy of its rows, 51 MB for 100,000 people. */
const groups = new WeakMap<Gallery, Map<PeopleFilter, Group>>();

function groupOf(gallery: Gallery, filter: PeopleFilter): Group {
  const known = groups.get(gallery) ?? new Map<PeopleFilter, Group>();
  groups.set(gallery, known);
  const group = known.get(filter) ?? makeGroup(gallery, filter);
  known.set(filter, group);
  return group;
}

function makeGroup({ people: everybody, classifier, calibration }: Gallery, filter: PeopleFilter) {
  const rows = [...everybody.keys()].filter((row) => isIn(filter, everybody[row]!));
  const people = rows.map((row) => everybody[row]!);
  return {
    people,
    rankable: {
      classifier:
        rows.length === everybody.length ? classifier : restrictClassifier(classifier, rows),
      calibration,
      prototypes: people.map(({ prototype }) => prototype),
    },
  };
}
