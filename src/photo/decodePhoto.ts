import { fail, ok, type Result } from "../shared/result.ts";
import {
  FORMAT_BYTES,
  imageFormat,
  MIME_TYPES,
  OPAQUE_FORMATS,
  UNIVERSAL_FORMATS,
} from "./imageFormat.ts";
import type { PhotoError } from "./photoError.ts";
import { fittedSize } from "./fittedSize.ts";
import { readPhotoHeader } from "./photoHeader.ts";

/** The longest side that the engine is given, px. */
const MAX_PHOTO_SIDE_PX = 4096;

/**
 * Opens a file as an upright, opaque sRGB bitmap of at most
 * `MAX_PHOTO_SIDE_PX` on its longer side.
 *
 * The file's name and type are not believed; an animation gives its first
 * frame. The caller owns the bitmap and closes it.
 */
export async function decodePhoto(file: Blob): Promise<Result<ImageBitmap, PhotoError>> {
  // A film chosen by mistake is refused without reading gigabytes of it.
  const start = await bytesOf(file.slice(0, FORMAT_BYTES));
  if (imageFormat(start) === undefined) return fail({ kind: "notAnImage" });

  const header = readPhotoHeader(await bytesOf(file));
  if (!header.ok) return header;
  const { format } = header.value;

  // A new type, because a browser may trust a wrong one over the bytes.
  const typed = file.slice(0, file.size, MIME_TYPES[format]);
  const bitmap = await upright(typed);
  if (bitmap === undefined)
    return fail({
      kind: UNIVERSAL_FORMATS.has(format) ? "damagedImage" : "unsupportedImage",
      format,
    });

  const fitted = await fit(bitmap);
  return ok(OPAQUE_FORMATS.has(format) ? fitted : onWhite(fitted));
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** `undefined` where this browser cannot decode it. */
async function upright(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (e) {
    if (e instanceof DOMException) return undefined;
    throw e;
  }
}

/** A second step: resizing while decoding mixes width and height up where EXIF turns the photo. */
async function fit(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = fittedSize(bitmap, MAX_PHOTO_SIDE_PX);
  if (width === bitmap.width && height === bitmap.height) return bitmap;
  try {
    return await createImageBitmap(bitmap, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: "high",
    });
  } finally {
    bitmap.close();
  }
}

function onWhite(bitmap: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  // In main memory: what a GPU canvas gives back differs slightly between machines.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("No 2D context for an OffscreenCanvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
