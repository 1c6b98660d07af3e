import type { AnalysedFace } from "../../face/analysedFace.ts";
import type { Landmarks } from "../../face/geometry.ts";

/** A photographed person. */
export interface PhotoFace {
  readonly kind: "photo";
  readonly face: AnalysedFace;
  /** How the words call this face: the visitor, or one of two who are compared. */
  readonly who: "you" | "first" | "second";
}

/** A celebrity's composite portrait. */
export interface CompositeFace {
  readonly kind: "composite";
  /** Absent where it could not be loaded: the face is then shown by its initial, and there is no morph. */
  readonly portraitUrl: string | undefined;
  /** Mean landmarks, in px of the portrait. */
  readonly shape: Landmarks;
  /** In the language of the page. */
  readonly name: string;
  /** Photos that the portrait was made of; absent where that is not known. */
  readonly photoCount?: number;
}

export type MorphFace = PhotoFace | CompositeFace;

/** Two faces between which the morph goes. */
export interface FacePair {
  readonly first: MorphFace;
  readonly second: MorphFace;
}
