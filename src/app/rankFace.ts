import type { AnalysedFace } from "../face/analysedFace.ts";
import type { Gallery, Person } from "../gallery/gallery.ts";
import type { Portraits } from "../gallery/loadGallery.ts";
import { rank } from "../matching/rank.ts";
import type { Uncertainty } from "../matching/uncertainty.ts";

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
}

/** What the result screen shows of one face. */
export interface MatchResult {
  readonly face: AnalysedFace;
  /** Best first; `SHOWN_MATCHES` of them, fewer in a smaller gallery. */
  readonly matches: readonly Match[];
  readonly uncertainty: Uncertainty;
  /** False: "nobody really", and the matches are only the nearest. */
  readonly resemblesSomebody: boolean;
  /** How many people the face was compared with. */
  readonly comparedCount: number;
}

/** The answer and the next four. */
export const SHOWN_MATCHES = 5;

/** Pure; costs one `rank`. */
export function rankFace({ gallery, portraits }: LoadedGallery, face: AnalysedFace): MatchResult {
  const { classifier, calibration, people } = gallery;
  const prototypes = people.map(({ prototype }) => prototype);
  const ranking = rank({ classifier, calibration, prototypes }, face.descriptor);

  return {
    face,
    matches: ranking.matches.slice(0, SHOWN_MATCHES).map(({ index, similarity, probability }) => {
      const person = people[index]!;
      return { person, portraitUrl: portraits.get(person.id), similarity, probability };
    }),
    uncertainty: ranking.uncertainty,
    resemblesSomebody: ranking.resemblesSomebody,
    comparedCount: people.length,
  };
}
