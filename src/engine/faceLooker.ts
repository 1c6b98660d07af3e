import type { Look } from "../face/guidance.ts";
import type { Result } from "../shared/result.ts";
import type { EngineError } from "./faceEngine.ts";

export type LookError =
  | EngineError
  /** The engine has not started, or has gone: it may come. */
  | { readonly kind: "engineNotReady" }
  /** A look runs already, or a photo is being analysed: this frame is dropped. */
  | { readonly kind: "engineBusy" };

/** The quick looks that guide a person in front of the camera. */
export interface FaceLooker {
  /**
   * Says where the faces in a small camera frame are and how well they could
   * be read. Never starts the engine, never waits for it and never holds a
   * photo up. Takes the frame over.
   *
   * @param frame about 480 px on its longer side
   */
  readonly look: (frame: ImageBitmap) => Promise<Result<Look, LookError>>;
}
