import type { EngineStep, FaceEngine } from "../../engine/faceEngine.ts";
import type { Analysis } from "../../face/analysedFace.ts";
import type { PhotoError } from "../../photo/photoError.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import type { LoadedGallery } from "../answer/matchResult.ts";
import type { Preparer } from "../session/prepare.ts";
import type { Problem } from "../session/problem.ts";
import type { Reading } from "./reading.ts";
import { readTogether } from "./readTogether.ts";

export interface ReadDeps {
  readonly engine: FaceEngine;
  readonly preparer: Pick<Preparer, "engineReady" | "restartEngine" | "galleryReady">;
  /** A small copy; leaves the photo as it is. */
  readonly previewOf: (photo: ImageBitmap) => Promise<ImageBitmap>;
  /** The photo at a size that an engine short of memory can still take; takes it over. */
  readonly shrunken: (photo: ImageBitmap) => Promise<ImageBitmap>;
}

/** Opens the photo; called again for a retry, since the engine keeps what it was given. */
export type PhotoSource = () => Promise<Result<ImageBitmap, PhotoError>>;

/** What is being done with photos right now. */
export type ReadStep =
  | { readonly kind: "opening" }
  /** Waiting for the engine or the gallery; the preparation store says how far they are. */
  | { readonly kind: "preparing" }
  | EngineStep;

export interface OnProgress {
  /** The photo that is looked at now: `done` of all are behind. */
  readonly onPhoto: (done: number, preview: ImageBitmap) => void;
  readonly onStep: (step: ReadStep) => void;
}

/** A photo of several people, with a small copy of it for the screen. */
export interface PhotoOfSeveral {
  readonly preview: ImageBitmap;
  readonly analysis: Analysis;
}

/** What became of photos. Several faces are never decided here: the person picks. */
export type Read =
  | { readonly kind: "onePerson"; readonly reading: Reading; readonly loaded: LoadedGallery }
  | {
      readonly kind: "severalFaces";
      readonly photo: PhotoOfSeveral;
      readonly loaded: LoadedGallery;
    };

interface LookedAt {
  readonly preview: ImageBitmap;
  readonly analysis: Analysis;
}

/**
 * Photos of one person in, the person's reading or a choice of faces out. The
 * only place that knows the order of the steps; each step is tested on its own.
 *
 * Of several photos, those that cannot be opened are left out as long as one can.
 *
 * @param sources at least one
 * @throws the abort reason of `signal`
 */
export async function readPhotos(
  sources: readonly PhotoSource[],
  deps: ReadDeps,
  progress: OnProgress,
  signal: AbortSignal,
): Promise<Result<Read, Problem>> {
  const photos: LookedAt[] = [];
  let firstProblem: Problem | undefined;
  for (const [done, source] of sources.entries()) {
    const looked = await lookAt(source, deps, { ...progress, done }, signal);
    if (looked.ok) photos.push(looked.value);
    else if (!isOfThePhoto(looked.error)) return looked;
    else firstProblem ??= looked.error;
  }
  if (photos.length === 0) return fail(firstProblem ?? { kind: "noFace" });
  const gallery = await deps.preparer.galleryReady();
  if (!gallery.ok) return gallery;
  return resultOf(photos, sources.length, gallery.value);
}

async function lookAt(
  source: PhotoSource,
  deps: ReadDeps,
  { onPhoto, onStep, done }: OnProgress & { readonly done: number },
  signal: AbortSignal,
): Promise<Result<LookedAt, Problem>> {
  const { engine, preparer, previewOf } = deps;
  // Where they are not there yet, they get ready while the photo is opened.
  const starting = Promise.all([preparer.engineReady(), preparer.galleryReady()]);
  const opened = await source();
  signal.throwIfAborted();
  if (!opened.ok) return opened;
  const preview = await previewOf(opened.value);
  signal.throwIfAborted();
  onPhoto(done, preview);

  const [started, gallery] = await starting;
  // Up to 64 MB that the engine will not take over now.
  if (signal.aborted || !started.ok || !gallery.ok) opened.value.close();
  signal.throwIfAborted();
  if (!started.ok) return started;
  if (!gallery.ok) return gallery;

  const first = await engine.analyse(opened.value, onStep, signal);
  const isBroken = !first.ok && first.error.kind === "engineFailed";
  const analysis = isBroken ? await onceMore(source, deps, onStep, signal) : first;
  return analysis.ok ? ok({ preview, analysis: analysis.value }) : analysis;
}

/** The graphics context may be gone, or the memory full: once more with a fresh engine and a smaller photo. */
async function onceMore(
  source: PhotoSource,
  { engine, preparer, shrunken }: ReadDeps,
  onStep: OnProgress["onStep"],
  signal: AbortSignal,
): Promise<Result<Analysis, Problem>> {
  onStep({ kind: "preparing" });
  const started = await preparer.restartEngine();
  signal.throwIfAborted();
  if (!started.ok) return started;
  const opened = await source();
  signal.throwIfAborted();
  if (!opened.ok) return opened;
  return engine.analyse(await shrunken(opened.value), onStep, signal);
}

function resultOf(
  photos: readonly LookedAt[],
  given: number,
  loaded: LoadedGallery,
): Result<Read, Problem> {
  const together = readTogether(photos.map(({ analysis }) => analysis));
  switch (together.kind) {
    case "noFace":
      return fail({ kind: "noFace" });
    case "differentPeople":
      return fail({ kind: "differentPeople", readings: together.readings, loaded });
    case "severalFaces":
      return ok({ kind: "severalFaces", photo: photos[together.photo]!, loaded });
    case "onePerson":
      return ok({ kind: "onePerson", reading: { ...together.reading, given }, loaded });
  }
}

/** The other photos may still do; without an engine or a gallery none does. */
function isOfThePhoto({ kind }: Problem): boolean {
  return PHOTO_PROBLEMS.has(kind);
}

const PHOTO_PROBLEMS: ReadonlySet<Problem["kind"]> = new Set<PhotoError["kind"]>([
  "unreadableFile",
  "notAnImage",
  "unsupportedImage",
  "imageTooLarge",
  "damagedImage",
  "decoderUnavailable",
]);
