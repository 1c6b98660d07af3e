import type { Analysis } from "../../face/analysedFace.ts";
import type { Look } from "../../face/guidance.ts";
import type { Result } from "../../shared/result.ts";
import type { Backend, EngineError, EngineInfo, OnStep } from "../faceEngine.ts";
import type { LookError } from "../faceLooker.ts";
import type { WebGlSupport } from "./webGlSupport.ts";

export interface EngineOptions {
  /** Absolute URL of the folder of the weights files, with its slash. */
  readonly modelsUrl: string;
  /** Uses this backend and no other; absent, the engine chooses. */
  readonly backend?: Backend;
  /** WebGL broke down in an earlier worker of this page: it is not tried again, even where it was asked for. */
  readonly webGlFailed?: boolean;
  /** What an earlier start measured to be the quicker on this device; absent, it is measured where that is open. */
  readonly quicker?: Backend;
}

/**
 * What the face worker answers to. Types only: imported on both sides, so it
 * must never pull the ML libraries into the page's bundle.
 *
 * Every value is structured-cloneable and every expected failure is a Result.
 * Rejected calls are left for bugs.
 */
export interface FaceWorkerApi {
  /** @param probe asked only where the backend is open */
  start(
    options: EngineOptions,
    onStep: OnStep,
    probe: () => Promise<WebGlSupport>,
  ): Promise<Result<EngineInfo, EngineError>>;
  /** Takes the photo over. Only after `start` succeeded. */
  analyse(photo: ImageBitmap, onStep: OnStep): Promise<Result<Analysis, EngineError>>;
  /** Takes the frame over; gives way to `analyse`. */
  look(frame: ImageBitmap): Promise<Result<Look, LookError>>;
}
