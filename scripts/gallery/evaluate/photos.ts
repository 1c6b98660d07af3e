/** What became of the files: how many there were, and why some are not in the gallery. */
import type { Candidate } from "../dataset.ts";
import type { JudgedPhoto } from "../faces.ts";
import type { PhotoFigures } from "./galleryMetrics.ts";

export interface PhotoFates {
  /** Every file that was looked at, before any decision of curation.csv. */
  readonly judged: readonly JudgedPhoto[];
  /** Usable photos that curation.csv took out, and those that it gave to somebody else. */
  readonly dropped: number;
  readonly moved: number;
  /** Photos of the people in the gallery. */
  readonly used: number;
  readonly leftOut: readonly Candidate[];
}

export function photoFigures({ judged, dropped, moved, used, leftOut }: PhotoFates): PhotoFigures {
  const reasons = new Map<string, number>();
  for (const { choice } of judged)
    if (choice.kind === "unusable")
      reasons.set(choice.reason, (reasons.get(choice.reason) ?? 0) + 1);
  return {
    scanned: judged.length,
    used,
    unusable: [...reasons]
      .map(([reason, photos]) => ({ reason, photos }))
      .toSorted((a, b) => b.photos - a.photos || (a.reason < b.reason ? -1 : 1)),
    dropped,
    moved,
    leftOut: leftOut.map(({ person, photos }) => ({
      person: person.id,
      name: person.name,
      photos: photos.length,
    })),
  };
}
