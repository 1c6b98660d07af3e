/** What people who are not in the gallery are told. */
import type { Gallery } from "../../../src/gallery/gallery.ts";
import { rank } from "../../../src/matching/rank.ts";
import { hubness } from "../../../src/training/hubness.ts";
import { strangerStability } from "../../../src/training/strangerStability.ts";
import { auroc } from "../../../src/training/verification.ts";
import type { PrototypeDistances } from "../calibrate.ts";
import type { UsablePhoto } from "../faces.ts";
import type { StrangerFigures } from "./galleryMetrics.ts";

/** Names that are looked at, and the smallest gallery that has as many. */
const TOP = 5;
/** Hubs that are published. */
const MOST_HUBS = 20;

/**
 * @param strangers the usable photos of each; those with two or more are compared pairwise
 * @returns nothing for a gallery of fewer than five people, or without two photos of any stranger
 */
export function strangerFigures(
  gallery: Gallery,
  strangers: readonly (readonly UsablePhoto[])[],
  distances: PrototypeDistances,
): StrangerFigures | undefined {
  if (gallery.people.length < TOP) return undefined;
  const rankable = { ...gallery, prototypes: gallery.people.map(({ prototype }) => prototype) };
  const topNames = strangers.map((photos) =>
    photos.map(({ face }) =>
      rank(rankable, face.descriptor)
        .matches.slice(0, TOP)
        .map(({ index }) => index),
    ),
  );
  const pairs = topNames.flatMap((names) =>
    names.flatMap((first, i) => names.slice(i + 1).map((second) => ({ first, second }))),
  );
  if (pairs.length === 0) return undefined;
  const firstNames = topNames.flat().map(([first]) => first!);
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
  };
}
