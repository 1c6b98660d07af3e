import type { Camera } from "../camera/openCamera.ts";
import type { EngineStep } from "../engine/faceEngine.ts";
import type { Analysis } from "../face/analysedFace.ts";
import { assertNever } from "../shared/assert.ts";
import type { Result } from "../shared/result.ts";
import type { Problem } from "./problem.ts";
import type { LoadedGallery, MatchResult } from "./rankFace.ts";

/** What is being done with a photo right now. */
export type AnalysisStep =
  | { readonly kind: "opening" }
  /** Waiting for the engine or the gallery; the preparation store says how far they are. */
  | { readonly kind: "preparing" }
  | EngineStep;

/** A photo of several people, with a small copy of it for the screen. */
export interface PhotoOfSeveral {
  readonly preview: ImageBitmap;
  readonly analysis: Analysis;
  readonly loaded: LoadedGallery;
}

/** Everything the page can show; no two flags that may disagree. */
export type MatchState =
  | { readonly phase: "idle" }
  | {
      readonly phase: "camera";
      readonly attempt: number;
      /** Absent until the person has allowed it. */
      readonly camera: Camera | undefined;
    }
  | {
      readonly phase: "analysing";
      readonly attempt: number;
      readonly step: AnalysisStep;
      /** Absent until the photo is open. */
      readonly preview: ImageBitmap | undefined;
    }
  | { readonly phase: "faceChoice"; readonly photo: PhotoOfSeveral }
  | { readonly phase: "matched"; readonly result: MatchResult }
  | { readonly phase: "problem"; readonly problem: Problem };

/** What became of a photo. Several faces are never decided here: the person picks. */
type Answer =
  | { readonly kind: "oneFace"; readonly result: MatchResult }
  | { readonly kind: "severalFaces"; readonly photo: PhotoOfSeveral };

export type Outcome = Result<Answer, Problem>;

/** Asynchronous events carry the attempt they belong to, so that a late one changes nothing. */
export type MatchEvent =
  | { readonly type: "cameraAsked"; readonly attempt: number }
  | { readonly type: "cameraOpened"; readonly attempt: number; readonly camera: Camera }
  | { readonly type: "photoGiven"; readonly attempt: number }
  | { readonly type: "photoOpened"; readonly attempt: number; readonly preview: ImageBitmap }
  | { readonly type: "stepped"; readonly attempt: number; readonly step: AnalysisStep }
  | { readonly type: "finished"; readonly attempt: number; readonly outcome: Outcome }
  | { readonly type: "cameraFailed"; readonly attempt: number; readonly problem: Problem }
  | { readonly type: "facePicked"; readonly outcome: Result<MatchResult, Problem> }
  | { readonly type: "startedOver" };

export const INITIAL_STATE: MatchState = { phase: "idle" };

/** Pure. Drops what belongs to any attempt but the one on screen. */
export function reduceMatch(state: MatchState, event: MatchEvent): MatchState {
  switch (event.type) {
    case "startedOver":
      return INITIAL_STATE;
    case "cameraAsked":
      return { phase: "camera", attempt: event.attempt, camera: undefined };
    case "photoGiven":
      return {
        phase: "analysing",
        attempt: event.attempt,
        step: { kind: "opening" },
        preview: undefined,
      };
    case "cameraOpened":
    case "cameraFailed":
      return inCamera(state, event);
    case "photoOpened":
    case "stepped":
    case "finished":
      return inAnalysis(state, event);
    case "facePicked":
      return afterPick(state, event.outcome);
    default:
      return assertNever(event);
  }
}

function inCamera(
  state: MatchState,
  event: Extract<MatchEvent, { type: "cameraOpened" | "cameraFailed" }>,
): MatchState {
  if (state.phase !== "camera" || state.attempt !== event.attempt) return state;
  return event.type === "cameraOpened"
    ? { ...state, camera: event.camera }
    : { phase: "problem", problem: event.problem };
}

function inAnalysis(
  state: MatchState,
  event: Extract<MatchEvent, { type: "photoOpened" | "stepped" | "finished" }>,
): MatchState {
  if (state.phase !== "analysing" || state.attempt !== event.attempt) return state;
  switch (event.type) {
    case "photoOpened":
      return { ...state, preview: event.preview, step: { kind: "preparing" } };
    case "stepped":
      return { ...state, step: event.step };
    case "finished":
      return afterAnalysis(event.outcome);
    default:
      return assertNever(event);
  }
}

function afterAnalysis(outcome: Outcome): MatchState {
  if (!outcome.ok) return { phase: "problem", problem: outcome.error };
  const answer = outcome.value;
  switch (answer.kind) {
    case "oneFace":
      return { phase: "matched", result: answer.result };
    case "severalFaces":
      return { phase: "faceChoice", photo: answer.photo };
    default:
      return assertNever(answer);
  }
}

function afterPick(state: MatchState, outcome: Result<MatchResult, Problem>): MatchState {
  if (state.phase !== "faceChoice") return state;
  return outcome.ok
    ? { phase: "matched", result: outcome.value }
    : { phase: "problem", problem: outcome.error };
}
