import { imageSize } from "image-size";

import { fail, ok, type Result } from "../shared/result.ts";
import { hasEnding } from "./imageEnding.ts";
import { imageFormat, DECODED_EVERYWHERE, type ImageFormat } from "./imageFormat.ts";
import type { PhotoError } from "./photoError.ts";

export interface PhotoHeader {
  readonly format: ImageFormat;
  /** As stored, in px: before any EXIF turn. */
  readonly width: number;
  readonly height: number;
  /** EXIF's tag, where the reader of headers looks for it: in a JPEG. 5 to 8 swap width and height. */
  readonly orientation?: number;
}

/** 400 MB once decoded. Unmeasured; above what phone cameras save at full resolution but a few. */
export const MAX_PIXELS = 100_000_000;
const MAX_SIDE_PX = 30_000;

/**
 * Decides from a file's bytes whether to decode it at all, so that a small
 * file that unpacks to gigabytes is refused unopened.
 *
 * @param bytes the whole file
 */
export function readPhotoHeader(bytes: Uint8Array): Result<PhotoHeader, PhotoError> {
  const format = imageFormat(bytes);
  if (format === undefined) return fail({ kind: "notAnImage" });
  // A drawing may load other files and has no pixels of its own.
  if (format === "svg") return fail({ kind: "unsupportedImage", format });

  const size = sizeOf(bytes);
  if (size === undefined)
    return fail({
      kind: DECODED_EVERYWHERE.has(format) ? "damagedImage" : "unsupportedImage",
      format,
    });

  const { width, height, orientation } = size;
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE_PX)
    return fail({ kind: "imageTooLarge", width, height });
  if (!hasEnding(format, bytes)) return fail({ kind: "damagedImage", format });
  return ok({ format, width, height, ...(orientation !== undefined && { orientation }) });
}

/**
 * The largest picture of the file: a HEIC tells the size of its tiles first, an
 * icon has several. image-size throws plain errors, and range errors where a
 * header points past the end.
 */
function sizeOf(bytes: Uint8Array): Omit<PhotoHeader, "format"> | undefined {
  try {
    const { images = [], ...first } = imageSize(bytes);
    const sizes = [first, ...images].filter((size) => size.width > 0 && size.height > 0);
    return sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  } catch {
    return undefined;
  }
}
