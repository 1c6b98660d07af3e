import type { FaceEngine } from "../engine/faceEngine.ts";
import type { PhotoError } from "../photo/photoError.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { AnalysisStep, Outcome } from "./matchState.ts";
import type { Preparer } from "./prepare.ts";
import { rankFace } from "./rankFace.ts";

export interface AnalyseDeps {
  readonly engine: FaceEngine;
  readonly preparer: Preparer;
  /** A small copy; leaves the photo as it is. */
  readonly previewOf: (photo: ImageBitmap) => Promise<ImageBitmap>;
}

/** Opens the photo; called again for a retry, since the engine keeps what it was given. */
export type PhotoSource = () => Promise<Result<ImageBitmap, PhotoError>>;

export interface OnProgress {
  readonly onPreview: (preview: ImageBitmap) => void;
  readonly onStep: (step: AnalysisStep) => void;
}

/**
 * One photo in, ranked celebrities or a choice of faces out. The only place that knows the
 * order of the steps; each step is tested on its own.
 *
 * @throws the abort reason of `signal`
 */
export async function analysePhoto(
  source: PhotoSource,
  { engine, preparer, previewOf }: AnalyseDeps,
  { onPreview, onStep }: OnProgress,
  signal: AbortSignal,
): Promise<Outcome> {
  const opened = await source();
  if (!opened.ok) return opened;
  const preview = await previewOf(opened.value);
  signal.throwIfAborted();
  onPreview(preview);

  const [started, gallery] = await Promise.all([preparer.engineReady(), preparer.galleryReady()]);
  // Up to 64 MB that the engine will not take over now.
  if (signal.aborted || !started.ok || !gallery.ok) opened.value.close();
  signal.throwIfAborted();
  if (!started.ok) return started;
  if (!gallery.ok) return gallery;

  const analysis = await engine.analyse(opened.value, onStep, signal);
  if (!analysis.ok) return analysis;

  const [face, ...others] = analysis.value.faces;
  if (face === undefined) return fail({ kind: "noFace" });
  if (others.length === 0) return ok({ kind: "oneFace", result: rankFace(gallery.value, face) });
  const photo = { preview, analysis: analysis.value, loaded: gallery.value };
  return ok({ kind: "severalFaces", photo });
}
