/** What is kept of a photo once the engine has seen it. */
import type { Descriptor } from "../../../src/face/descriptor.ts";
import type { Landmarks, PixelBox } from "../../../src/face/geometry.ts";
import type { FaceQuality } from "../../../src/face/quality.ts";
import type { Result } from "../../../src/shared/result.ts";
import type { PhotoError } from "../../photo/decodePhoto.ts";

/** A face without its pixels. */
export interface DescribedFace {
  readonly box: PixelBox;
  readonly score: number;
  /** Of float32 precision. */
  readonly landmarks: Landmarks;
  readonly quality: FaceQuality;
  readonly descriptor: Descriptor;
  /**
   * The recogniser on face-api's own crop, unrotated and unmirrored: for the
   * ablation alone. Absent unless it was asked for (describeStockCrops.ts).
   */
  readonly stockDescriptor?: Descriptor;
}

export interface DescribedPhoto {
  readonly width: number;
  readonly height: number;
  /** Largest first. */
  readonly faces: readonly DescribedFace[];
}

export interface DescriptionError {
  readonly kind:
    | PhotoError["kind"]
    /** The engine, or the whole process with it, died of this photo. */
    | "engineFailed";
  readonly message: string;
}

export type PhotoDescription = Result<DescribedPhoto, DescriptionError>;
