import type { Descriptor } from "./descriptor.ts";
import type { Landmarks, PixelBox } from "./geometry.ts";
import type { FaceQuality } from "./quality.ts";
import type { RgbaImage } from "./rgbaImage.ts";

/** One face of a photo, in numbers. Plain data: crosses the worker boundary. */
export interface AnalysedFace {
  readonly box: PixelBox;
  /** Detector confidence in [0, 1]. */
  readonly score: number;
  readonly landmarks: Landmarks;
  readonly quality: FaceQuality;
  readonly descriptor: Descriptor;
  /**
   * The face in the frame of the gallery's portraits (`PORTRAIT` of
   * portraitFrame.ts, at twice its size): the same eyes line, the same scale.
   */
  readonly portrait: RgbaImage;
}

/** Everything the engine says of one photo. Sizes in px, upright. */
export interface Analysis {
  readonly width: number;
  readonly height: number;
  /** Largest first; empty when nobody is in the photo. */
  readonly faces: readonly AnalysedFace[];
}
