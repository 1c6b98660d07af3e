import type { CameraError } from "../../camera/cameraError.ts";
import type { EngineError } from "../../engine/faceEngine.ts";
import type { GalleryUnavailable } from "../../gallery/loadGallery.ts";
import type { PhotoError } from "../../photo/photoError.ts";
import type { LoadedGallery } from "../answer/matchResult.ts";
import type { Reading } from "../capture/reading.ts";

/** Nobody's face was seen in the photos. */
interface NoFace {
  readonly kind: "noFace";
}

/** Two photos, given as one person's, show two people. */
interface DifferentPeople {
  readonly kind: "differentPeople";
  readonly readings: readonly [Reading, Reading];
  readonly loaded: LoadedGallery;
}

/** A bug of ours: reported, shown as "something went wrong". */
export interface Unexpected {
  readonly kind: "unexpected";
}

/** Every refusal and error that a person may see. */
export type Problem =
  | PhotoError
  | CameraError
  | EngineError
  | GalleryUnavailable
  | NoFace
  | DifferentPeople
  | Unexpected;

export type ProblemKind = Problem["kind"];

/** Whether doing the same again may help; the others need another photo or another device. */
export function retryMayHelp(kind: ProblemKind): boolean {
  return RETRYABLE.has(kind);
}

const RETRYABLE: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  "modelsUnavailable",
  "galleryUnavailable",
  "decoderUnavailable",
  "engineFailed",
  "unexpected",
  "cameraDenied",
  "cameraMissing",
  "cameraBusy",
]);
