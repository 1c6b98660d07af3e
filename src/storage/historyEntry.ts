import * as v from "valibot";

import { LANDMARK_COUNT, type Landmarks } from "../face/geometry.ts";
import { PEOPLE_FILTERS, type PeopleFilter } from "../gallery/peopleFilter.ts";

/** One of the people named; by name too, since a later gallery may be without the id. */
export interface HistoryMatch {
  readonly personId: string;
  readonly name: string;
  readonly names: { readonly ru?: string };
  /** As in `Match`, in [0, 1]. */
  readonly similarity: number;
  readonly probability: number;
}

/** The person's own face, kept only where that was switched on. Never the photo, never a descriptor. */
export interface HistoryPicture {
  /** WebP or JPEG in the frame of the gallery's portraits. */
  readonly blob: Blob;
  /** In px of the picture. */
  readonly landmarks: Landmarks;
}

/** A result before the database has given it its id. */
export interface NewHistoryEntry {
  /** Milliseconds since 1970, UTC. */
  readonly savedAt: number;
  readonly galleryId: string;
  readonly filter: PeopleFilter;
  /** False: the answer was "nobody really". */
  readonly resemblesSomebody: boolean;
  readonly comparedCount: number;
  /** Best first, at least one. */
  readonly matches: readonly [HistoryMatch, ...HistoryMatch[]];
  readonly picture?: HistoryPicture;
}

/** A result that is kept. */
export interface HistoryEntry extends NewHistoryEntry {
  readonly id: number;
}

/** What the database holds, as far as it can be read. */
export interface HistoryRows {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Rows that are left out because they could not be read. */
  readonly damagedCount: number;
}

const FRACTION = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const NAME = v.pipe(v.string(), v.minLength(1));
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(1));
const FINITE = v.pipe(v.number(), v.finite());

const MATCH = v.object({
  personId: NAME,
  name: NAME,
  names: v.object({ ru: v.exactOptional(NAME) }),
  similarity: FRACTION,
  probability: FRACTION,
});

/** Later than that there is no date, and a page that writes one would break. Source: ECMA-262, §21.4.1.1. */
const LAST_MOMENT = 8.64e15;
const MOMENT = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_MOMENT));

const ENTRY = v.object({
  id: COUNT,
  savedAt: MOMENT,
  galleryId: NAME,
  filter: v.picklist(PEOPLE_FILTERS),
  resemblesSomebody: v.boolean(),
  comparedCount: COUNT,
  matches: v.tupleWithRest([MATCH], MATCH),
  picture: v.exactOptional(
    v.object({
      blob: v.blob(),
      landmarks: v.pipe(v.array(v.object({ x: FINITE, y: FINITE })), v.length(LANDMARK_COUNT)),
    }),
  ),
});

/** Reads the rows of the database one by one: a damaged one is counted and never takes the others with it. */
export function decodeHistoryRows(rows: readonly unknown[]): HistoryRows {
  const entries = rows.flatMap((row) => {
    const parsed = v.safeParse(ENTRY, row);
    return parsed.success ? [parsed.output] : [];
  });
  return {
    entries: entries.toSorted(newestFirst),
    damagedCount: rows.length - entries.length,
  };
}

export function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  return b.savedAt - a.savedAt || b.id - a.id;
}
