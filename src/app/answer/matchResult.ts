import type { Gallery, Person } from "../../gallery/gallery.ts";
import type { Portraits } from "../../gallery/loadGallery.ts";
import { isIn, type PeopleFilter } from "../../gallery/peopleFilter.ts";
import { rank } from "../../matching/rank.ts";
import { restrictClassifier } from "../../matching/restrictClassifier.ts";
import type { Uncertainty } from "../../matching/uncertainty.ts";
import type { Reading } from "../capture/reading.ts";

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
  const rows = [...gallery.people.keys()].filter((row) => isIn(filter, gallery.people[row]!));
  const people = rows.map((row) => gallery.people[row]!);
  const isEverybody = rows.length === gallery.people.length;
  const rankable = {
    // A group's is a copy of its rows.
    classifier: isEverybody ? gallery.classifier : restrictClassifier(gallery.classifier, rows),
    calibration: gallery.calibration,
    prototypes: people.map(({ prototype }) => prototype),
  };
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
