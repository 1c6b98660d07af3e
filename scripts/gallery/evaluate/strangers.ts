/** What people who are not in the gallery are told. */
import type { Descriptor } from "../../../src/face/descriptor.ts";
import type { Gallery } from "../../../src/gallery/gallery.ts";
import { rank } from "../../../src/matching/rank.ts";
import { disjointSets } from "../../../src/training/disjointSets.ts";
import { hubness } from "../../../src/training/hubness.ts";
import {
  strangerStability,
  type StrangerRankings,
} from "../../../src/training/strangerStability.ts";
import { auroc } from "../../../src/training/verification.ts";
import type { PrototypeDistances } from "../calibrate.ts";
import { meanDescriptor } from "../dataset.ts";
import type { UsablePhoto } from "../faces.ts";
import type { MeanFigures, StrangerFigures } from "./galleryMetrics.ts";

/** Names that are looked at, and the smallest gallery that has as many. */
const TOP = 5;
/** Hubs that are published. */
const MOST_HUBS = 20;
/** Photos averaged on either side; nobody is left with twice four. */
const AVERAGED = [1, 2, 3];

/** The usable photos of each person who is not in the gallery. */
export interface Outsiders {
  readonly strangers: readonly (readonly UsablePhoto[])[];
  /** Of the people who had too few photos to be in it. */
  readonly leftOut: readonly (readonly UsablePhoto[])[];
}

/**
 * Of the strangers, those with two photos or more being compared pairwise;
 * means of photos also of those left out, since few strangers have enough.
 *
 * @returns nothing for a gallery of fewer than five people, or without two photos of any stranger
 */
export function strangerFigures(
  gallery: Gallery,
  { strangers, leftOut }: Outsiders,
  distances: PrototypeDistances,
): StrangerFigures | undefined {
  if (gallery.people.length < TOP) return undefined;
  const namesOf = topNames(gallery);
  const ranked = strangers.map((photos) => photos.map(({ face }) => namesOf(face.descriptor)));
  const pairs = ranked.flatMap((names) =>
    names.flatMap((first, i) => names.slice(i + 1).map((second) => ({ first, second }))),
  );
  if (pairs.length === 0) return undefined;
  const firstNames = ranked.flat().map(([first]) => first!);
  const { hubs, skewness } = hubness(firstNames, gallery.people.length);
  return {
    ...strangerStability(pairs),
    auroc: auroc(
      distances.nearestOfKnown.map((distance) => -distance),
      distances.nearestOfStrangers.map((distance) => -distance),
    ),
    photos: firstNames.length,
    pairs: pairs.length,
    hubs: hubs
      .slice(0, MOST_HUBS)
      .map(({ label, share }) => ({ person: gallery.people[label]!.id, share })),
    hubnessSkewness: skewness,
    means: AVERAGED.flatMap(
      (count) => meanFigures([...strangers, ...leftOut], count, namesOf) ?? [],
    ),
  };
}

/** The first names, as rows of the classifier. */
function topNames(gallery: Gallery): (descriptor: Descriptor) => readonly number[] {
  const rankable = { ...gallery, prototypes: gallery.people.map(({ prototype }) => prototype) };
  return (descriptor) => rank(rankable, descriptor, TOP).matches.map(({ index }) => index);
}

/** @returns nothing where nobody has twice as many photos */
function meanFigures(
  people: readonly (readonly UsablePhoto[])[],
  count: number,
  namesOf: (descriptor: Descriptor) => readonly number[],
): MeanFigures | undefined {
  const enough = people.filter((photos) => photos.length >= 2 * count);
  const pairs = enough.flatMap((photos): readonly StrangerRankings<number>[] => {
    const named = (set: readonly number[]) =>
      namesOf(meanDescriptor(set.map((i) => photos[i]!.face.descriptor)));
    return disjointSets(photos.length, count).map(({ first, second }) => ({
      first: named(first),
      second: named(second),
    }));
  });
  if (pairs.length === 0) return undefined;
  return {
    photos: count,
    ...strangerStability(pairs),
    people: enough.length,
    pairs: pairs.length,
  };
}
