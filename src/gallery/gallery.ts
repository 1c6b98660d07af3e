import type { Descriptor } from "../face/descriptor.ts";
import type { Landmarks } from "../face/geometry.ts";
import type { LinearClassifier } from "../matching/logisticRegression.ts";
import type { Calibration } from "../matching/calibration.ts";

declare const personIdBrand: unique symbol;
/** A stable slug such as "grace-kelly": a key of files and storage, never shown. */
export type PersonId = string & { readonly [personIdBrand]: true };

declare const sourceIdBrand: unique symbol;
export type SourceId = string & { readonly [sourceIdBrand]: true };

export const PRESENTS_AS = ["woman", "man"] as const;
export type PresentsAs = (typeof PRESENTS_AS)[number];
export const FIELDS = ["screen", "music", "sport", "public life", "television"] as const;
export type Field = (typeof FIELDS)[number];

/** One celebrity. Holds nothing of any single photograph. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** The name in other alphabets; a missing one falls back to `name`. */
  readonly names: { readonly ru?: string };
  /** Absent, like the next two, where the list of people says none. */
  readonly presentsAs?: PresentsAs;
  readonly field?: Field;
  readonly region?: string;
  /** Usable photos, which the prototype was computed from; the portrait may rest on fewer. */
  readonly photoCount: number;
  /** Path of the composite portrait, relative to gallery.json. */
  readonly portrait: string;
  /** Mean landmarks, in px of the portrait (PORTRAIT of face/portraitFrame.ts). */
  readonly shape: Landmarks;
  /** Mean descriptor of the person's photos. */
  readonly prototype: Descriptor;
  readonly sources: readonly SourceId[];
}

/** Somebody of the gallery, or of a result that was kept, by their names in both alphabets. */
export type NamedPerson = Pick<Person, "name" | "names">;

/** Where photos came from and what is known of their licence. */
export interface Source {
  readonly id: SourceId;
  readonly name: string;
  readonly url: string;
  readonly licence: string;
  readonly note: string;
  /** The same in Russian; absent where nobody wrote it. */
  readonly ru?: { readonly licence: string; readonly note: string };
}

/** A gallery as the app uses it. Row i of the classifier belongs to `people[i]`. */
export interface Gallery {
  readonly id: string;
  readonly title: string;
  /** The day it was made, as in ISO 8601: "2026-11-28"; absent where the builder was told none. */
  readonly date?: string;
  readonly people: readonly Person[];
  readonly sources: readonly Source[];
  readonly calibration: Calibration;
  readonly classifier: LinearClassifier;
}
