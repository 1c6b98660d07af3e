import type { EngineError, EngineInfo, EngineStep } from "../../engine/faceEngine.ts";
import type { GalleryUnavailable } from "../../gallery/loadGallery.ts";
import { assertNever } from "../../shared/assert.ts";
import type { Result } from "../../shared/result.ts";
import type { Unexpected } from "./problem.ts";
import type { LoadedGallery } from "../answer/matchResult.ts";

export type EngineOutcome = Result<EngineInfo, EngineError | Unexpected>;
export type GalleryOutcome = Result<LoadedGallery, GalleryUnavailable | Unexpected>;

type EnginePreparation =
  | { readonly phase: "waiting" }
  /** The connection is metered: whoever gives a photo, or asks for it, starts the download. */
  | { readonly phase: "offered"; readonly bytes: number }
  | { readonly phase: "loading"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: "warming" }
  | { readonly phase: "ready"; readonly info: EngineInfo }
  | { readonly phase: "failed" };

type GalleryPreparation =
  | { readonly phase: "waiting" }
  | { readonly phase: "loading" }
  | { readonly phase: "ready"; readonly loaded: LoadedGallery }
  | { readonly phase: "failed" };

/** What the page gets ready in the background, whatever screen is shown. */
export interface Preparation {
  readonly engine: EnginePreparation;
  readonly gallery: GalleryPreparation;
}

export type PreparationEvent =
  | { readonly type: "engineOffered"; readonly bytes: number }
  | { readonly type: "engineStarted" }
  | { readonly type: "engineStep"; readonly step: EngineStep }
  | { readonly type: "engineFinished"; readonly outcome: EngineOutcome }
  | { readonly type: "galleryStarted" }
  | { readonly type: "galleryFinished"; readonly outcome: GalleryOutcome };

export const INITIAL_PREPARATION: Preparation = {
  engine: { phase: "waiting" },
  gallery: { phase: "waiting" },
};

/** Pure. */
export function reducePreparation(state: Preparation, event: PreparationEvent): Preparation {
  switch (event.type) {
    case "engineOffered":
      // A photo may have come first.
      return state.engine.phase === "waiting"
        ? { ...state, engine: { phase: "offered", bytes: event.bytes } }
        : state;
    case "engineStarted":
      return { ...state, engine: { phase: "waiting" } };
    case "engineStep":
      return { ...state, engine: afterStep(state.engine, event.step) };
    case "engineFinished":
      return { ...state, engine: afterStart(event.outcome) };
    case "galleryStarted":
      return { ...state, gallery: { phase: "loading" } };
    case "galleryFinished":
      return { ...state, gallery: afterLoading(event.outcome) };
    default:
      return assertNever(event);
  }
}

function afterStep(engine: EnginePreparation, step: EngineStep): EnginePreparation {
  switch (step.kind) {
    case "loading":
      return {
        phase: "loading",
        loadedBytes: step.loadedBytes,
        totalBytes: step.totalBytes,
      };
    case "warming":
      return { phase: "warming" };
    case "detecting":
    case "describing":
      return engine;
    default:
      return assertNever(step);
  }
}

function afterStart(outcome: EngineOutcome): EnginePreparation {
  return outcome.ok ? { phase: "ready", info: outcome.value } : { phase: "failed" };
}

function afterLoading(outcome: GalleryOutcome): GalleryPreparation {
  return outcome.ok ? { phase: "ready", loaded: outcome.value } : { phase: "failed" };
}
