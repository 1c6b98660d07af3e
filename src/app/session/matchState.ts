import type { Camera } from "../../camera/openCamera.ts";
import { assertNever } from "../../shared/assert.ts";
import type { Result } from "../../shared/result.ts";
import type { LoadedGallery, MatchResult } from "../answer/matchResult.ts";
import type { Problem } from "./problem.ts";
import { needsAsking } from "../capture/qualityGate.ts";
import type { Reading } from "../capture/reading.ts";
import type { AnalysedFace } from "../../face/analysedFace.ts";
import type { PhotoOfSeveral, Read, ReadStep } from "../capture/readPhotos.ts";

/** What photos are taken for. */
export type Task =
  | { readonly kind: "star" }
  /** To compare two people; `first` is there once the first of them is read. */
  | { readonly kind: "pair"; readonly first: Reading | undefined };

/** Everything the page can show of photos and answers; no two flags that may disagree. */
export type MatchState =
  | { readonly phase: "idle" }
  | {
      readonly phase: "camera";
      readonly task: Task;
      readonly attempt: number;
      /** Absent until the person has allowed it. */
      readonly camera: Camera | undefined;
    }
  | {
      readonly phase: "analysing";
      readonly task: Task;
      readonly attempt: number;
      readonly step: ReadStep;
      /** How many photos are behind, of how many. */
      readonly done: number;
      readonly count: number;
      /** Absent until the first photo is open. */
      readonly preview: ImageBitmap | undefined;
    }
  | {
      readonly phase: "faceChoice";
      readonly task: Task;
      readonly photo: PhotoOfSeveral;
      readonly loaded: LoadedGallery;
    }
  /** The photo is poor: whether to use it is the person's to say. */
  | {
      readonly phase: "gate";
      readonly task: Task;
      readonly reading: Reading;
      readonly loaded: LoadedGallery;
    }
  | { readonly phase: "matched"; readonly result: MatchResult }
  /** Asks for the photo of the next of two people. */
  | {
      readonly phase: "pairing";
      readonly first: Reading | undefined;
      /** The answer that was on screen before, to go back to. */
      readonly before: MatchResult | undefined;
    }
  | {
      readonly phase: "paired";
      readonly first: Reading;
      readonly second: Reading;
      readonly loaded: LoadedGallery;
    }
  | { readonly phase: "problem"; readonly task: Task; readonly problem: Problem };

export type Phase = MatchState["phase"];

/** Asynchronous events carry the attempt they belong to, so that a late one changes nothing. */
export type MatchEvent =
  | { readonly type: "cameraAsked"; readonly attempt: number }
  | { readonly type: "cameraOpened"; readonly attempt: number; readonly camera: Camera }
  | { readonly type: "cameraFailed"; readonly attempt: number; readonly problem: Problem }
  | { readonly type: "photosGiven"; readonly attempt: number; readonly count: number }
  | {
      readonly type: "photoOpened";
      readonly attempt: number;
      readonly done: number;
      readonly preview: ImageBitmap;
    }
  | { readonly type: "stepped"; readonly attempt: number; readonly step: ReadStep }
  | {
      readonly type: "finished";
      readonly attempt: number;
      readonly outcome: Result<Read, Problem>;
    }
  | { readonly type: "facePicked"; readonly index: number }
  | { readonly type: "poorPhotoAccepted" }
  | { readonly type: "pairStarted" }
  | { readonly type: "pairLeft" }
  | { readonly type: "differentPeopleCompared" }
  | { readonly type: "broke" }
  | { readonly type: "startedOver" };

export const INITIAL_STATE: MatchState = { phase: "idle" };

const STAR: Task = { kind: "star" };

/** What the next photo is for. A new photo on an answer's screen begins anew. */
export function taskOf(state: MatchState): Task {
  switch (state.phase) {
    case "idle":
    case "matched":
    case "paired":
      return STAR;
    case "pairing":
      return { kind: "pair", first: state.first };
    case "camera":
    case "analysing":
    case "faceChoice":
    case "gate":
    case "problem":
      return state.task;
    default:
      return assertNever(state);
  }
}

/** Pure. Drops what belongs to any attempt but the one on screen. */
export function reduceMatch(state: MatchState, event: MatchEvent): MatchState {
  switch (event.type) {
    case "startedOver":
      return INITIAL_STATE;
    case "broke":
      return { phase: "problem", task: taskOf(state), problem: { kind: "unexpected" } };
    case "cameraAsked":
      return { phase: "camera", task: taskOf(state), attempt: event.attempt, camera: undefined };
    case "photosGiven":
      return {
        phase: "analysing",
        task: taskOf(state),
        attempt: event.attempt,
        step: { kind: "opening" },
        done: 0,
        count: event.count,
        preview: undefined,
      };
    case "pairStarted":
      return {
        phase: "pairing",
        first: firstOfPair(state),
        before: state.phase === "matched" ? state.result : undefined,
      };
    case "pairLeft":
      return afterPairing(state);
    case "cameraOpened":
    case "cameraFailed":
      return inCamera(state, event);
    case "photoOpened":
    case "stepped":
    case "finished":
      return inAnalysis(state, event);
    case "facePicked":
    case "poorPhotoAccepted":
    case "differentPeopleCompared":
      return afterDecision(state, event);
    default:
      return assertNever(event);
  }
}

/** Whoever has just been read is the first of the two. */
function firstOfPair(state: MatchState): Reading | undefined {
  if (state.phase === "matched") return state.result.reading;
  if (state.phase === "paired") return state.first;
  const task = taskOf(state);
  return task.kind === "pair" ? task.first : undefined;
}

function afterPairing(state: MatchState): MatchState {
  if (state.phase !== "pairing") return state;
  return state.before ? { phase: "matched", result: state.before } : INITIAL_STATE;
}

function inCamera(
  state: MatchState,
  event: Extract<MatchEvent, { type: "cameraOpened" | "cameraFailed" }>,
): MatchState {
  if (state.phase !== "camera" || state.attempt !== event.attempt) return state;
  return event.type === "cameraOpened"
    ? { ...state, camera: event.camera }
    : { phase: "problem", task: state.task, problem: event.problem };
}

function inAnalysis(
  state: MatchState,
  event: Extract<MatchEvent, { type: "photoOpened" | "stepped" | "finished" }>,
): MatchState {
  if (state.phase !== "analysing" || state.attempt !== event.attempt) return state;
  switch (event.type) {
    case "photoOpened":
      return { ...state, preview: event.preview, done: event.done, step: { kind: "preparing" } };
    case "stepped":
      return { ...state, step: event.step };
    case "finished":
      return afterReading(state.task, event.outcome);
    default:
      return assertNever(event);
  }
}

function afterReading(task: Task, outcome: Result<Read, Problem>): MatchState {
  if (!outcome.ok) return { phase: "problem", task, problem: outcome.error };
  const { loaded, ...read } = outcome.value;
  switch (read.kind) {
    case "onePerson":
      return checked(task, read.reading, loaded);
    case "severalFaces":
      return (
        pairInOne(task, read.photo, loaded) ?? {
          phase: "faceChoice",
          task,
          photo: read.photo,
          loaded,
        }
      );
    default:
      return assertNever(read);
  }
}

/** Two people to be compared may stand in one photo; then nobody needs to pick. */
function pairInOne(
  task: Task,
  { analysis }: PhotoOfSeveral,
  loaded: LoadedGallery,
): MatchState | undefined {
  const [first, second, third] = analysis.faces;
  const isBoth = task.kind === "pair" && task.first === undefined && third === undefined;
  if (!isBoth || !first || !second) return undefined;
  return { phase: "paired", first: ofOnePhoto(first), second: ofOnePhoto(second), loaded };
}

function afterDecision(
  state: MatchState,
  event: Extract<
    MatchEvent,
    { type: "facePicked" | "poorPhotoAccepted" | "differentPeopleCompared" }
  >,
): MatchState {
  switch (event.type) {
    case "facePicked": {
      if (state.phase !== "faceChoice") return state;
      const face = state.photo.analysis.faces[event.index];
      return face ? checked(state.task, ofOnePhoto(face), state.loaded) : state;
    }
    case "poorPhotoAccepted":
      return state.phase === "gate" ? answered(state.task, state.reading, state.loaded) : state;
    case "differentPeopleCompared": {
      if (state.phase !== "problem" || state.problem.kind !== "differentPeople") return state;
      const { readings, loaded } = state.problem;
      return { phase: "paired", first: readings[0], second: readings[1], loaded };
    }
    default:
      return assertNever(event);
  }
}

function checked(task: Task, reading: Reading, loaded: LoadedGallery): MatchState {
  return needsAsking(reading.face.quality.verdict)
    ? { phase: "gate", task, reading, loaded }
    : answered(task, reading, loaded);
}

function answered(task: Task, reading: Reading, loaded: LoadedGallery): MatchState {
  if (task.kind === "star") return { phase: "matched", result: { reading, loaded } };
  return task.first === undefined
    ? { phase: "pairing", first: reading, before: undefined }
    : { phase: "paired", first: task.first, second: reading, loaded };
}

function ofOnePhoto(face: AnalysedFace): Reading {
  return { face, used: 1, given: 1 };
}
