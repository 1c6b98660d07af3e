import type { Analysis } from "../face/analysedFace.ts";
import type { Result } from "../shared/result.ts";

/** "cpu" is plain JavaScript. */
export type Backend = "webgl" | "wasm" | "cpu";

export type EngineError =
  /** A weights file could not be fetched, or is not the one the manifest names. A retry may help. */
  | { readonly kind: "modelsUnavailable"; readonly file: string; readonly cause: string }
  /** No backend computes correctly here, the worker died, or inference threw. */
  | { readonly kind: "engineFailed"; readonly cause: string };

/** What the engine is doing right now, for the screen. */
export type EngineStep =
  | { readonly kind: "loading"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly kind: "warming" }
  | { readonly kind: "detecting" }
  | { readonly kind: "describing"; readonly faceCount: number };

export interface EngineInfo {
  readonly backend: Backend;
  /** Why this backend: for the bug report, not for the screen. */
  readonly reason:
    | "requested"
    /** The quickest here: by measurement where there is a choice. */
    | "preferred"
    | "noWebGl"
    | "softwareWebGl"
    /** It failed the self-test. */
    | "wrongWebGl"
    /** It broke down while it worked. */
    | "failedWebGl"
    /** WebGL fails the self-test as it is meant to run, and passes it with one number to a texel. */
    | "wrongWhenPacked"
    /** Neither WebGL nor WASM starts and passes. */
    | "noWasm";
}

export type OnStep = (step: EngineStep) => void;

/** The port that everything above the ML libraries talks to. */
export interface FaceEngine {
  /** Loads the weights and warms the backend up. Safe to call twice; after a failure it tries again. */
  start(onStep: OnStep): Promise<Result<EngineInfo, EngineError>>;
  /**
   * Finds and describes every face of a photo. Starts the engine if need be.
   * Takes the photo over: the caller must not use `photo` afterwards.
   *
   * @param photo upright, sRGB; at most 4096 px on its longer side
   * @throws the abort reason of `signal`
   */
  analyse(
    photo: ImageBitmap,
    onStep: OnStep,
    signal: AbortSignal,
  ): Promise<Result<Analysis, EngineError>>;
}
