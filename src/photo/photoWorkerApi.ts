import type { Result } from "../shared/result.ts";
import type { PhotoError } from "./photoError.ts";

export interface OpenedPhoto {
  /** Upright, opaque, sRGB. */
  readonly photo: ImageBitmap;
  /** A small copy for the screen. */
  readonly preview: ImageBitmap;
}

/**
 * What the photo worker answers to the one message it takes, a file's Blob;
 * both bitmaps are transferred. Types only: imported on both sides.
 */
export type PhotoReply = Result<OpenedPhoto, PhotoError>;
