import type { AnalysedFace } from "../../face/analysedFace.ts";

/** What is known of one person's face: of one photo, or the mean of several. */
export interface Reading {
  /** The best photo's face; its descriptor is the mean over all used. */
  readonly face: AnalysedFace;
  /** Photos or frames that were averaged, at least 1. */
  readonly used: number;
  /** Photos or frames that were given, at least `used`. */
  readonly given: number;
}

/** What photos that should show one person show. */
export type Together =
  | { readonly kind: "noFace" }
  | { readonly kind: "onePerson"; readonly reading: Reading }
  /** Nothing says which of a photo's faces is meant: the person picks in the photo of that index. */
  | { readonly kind: "severalFaces"; readonly photo: number }
  /** Two photos of two people. */
  | { readonly kind: "differentPeople"; readonly readings: readonly [Reading, Reading] };
