import { fail, ok, type Result } from "../../shared/result.ts";
import {
  DECODED_EVERYWHERE,
  FORMAT_BYTES,
  imageFormat,
  MIME_TYPES,
  OPAQUE_FORMATS,
} from "../imageFormat.ts";
import type { PhotoError } from "../photoError.ts";
import { fittedSize } from "../fittedSize.ts";
import { openHeic } from "./openHeic.ts";
import { MAX_PIXELS, readPhotoHeader, type PhotoHeader } from "../photoHeader.ts";

/** The longest side that the engine is given, px. */
const MAX_PHOTO_SIDE_PX = 4096;

/**
 * Opens a file as an upright, opaque sRGB bitmap of at most
 * `MAX_PHOTO_SIDE_PX` on its longer side.
 *
 * The file's name and type are not believed; an animation gives its first
 * frame. The caller owns the bitmap and closes it.
 */
export async function openPhoto(file: Blob): Promise<Result<ImageBitmap, PhotoError>> {
  // A film chosen by mistake is refused without reading gigabytes of it.
  const start = await bytesOf(file.slice(0, FORMAT_BYTES));
  if (!start.ok) return start;
  if (imageFormat(start.value) === undefined) return fail({ kind: "notAnImage" });

  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  const header = readPhotoHeader(bytes.value);
  if (!header.ok) return header;
  const { format } = header.value;

  // A new type, because a browser may trust a wrong one over the bytes.
  const typed = file.slice(0, file.size, MIME_TYPES[format]);
  const opened = await open(typed, bytes.value, header.value);
  if (!opened.ok) return opened;

  const fitted = await fit(opened.value);
  return ok(OPAQUE_FORMATS.has(format) ? fitted : onWhite(fitted));
}

async function bytesOf(blob: Blob): Promise<Result<Uint8Array<ArrayBuffer>, PhotoError>> {
  try {
    return ok(new Uint8Array(await blob.arrayBuffer()));
  } catch (e) {
    if (e instanceof DOMException) return fail({ kind: "unreadableFile" });
    throw e;
  }
}

/** With the browser's own decoder, which is the fastest; else, for HEIC, with ours. */
async function open(
  file: Blob,
  bytes: Uint8Array<ArrayBuffer>,
  header: PhotoHeader,
): Promise<Result<ImageBitmap, PhotoError>> {
  const { format } = header;
  const bitmap = await upright(file, shrinking(header));
  if (bitmap !== undefined) return ok(bitmap);
  if (format === "heic") return openHeic(bytes, MAX_PIXELS);
  const kind = DECODED_EVERYWHERE.has(format) ? "damagedImage" : "unsupportedImage";
  return fail({ kind, format });
}

/** `undefined` where this browser cannot decode it. */
async function upright(file: Blob, options: ImageBitmapOptions): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image", ...options });
  } catch (e) {
    if (e instanceof DOMException) return undefined;
    throw e;
  }
}

/**
 * Of a photo that is too large, the longer side: shrunk while it is decoded, it
 * need not lie in memory whole. Of 48 megapixels Firefox and WebKit save 190 MB
 * so, for the same pixels. One side alone, so that nothing is ever stretched.
 */
function shrinking(header: PhotoHeader): ImageBitmapOptions {
  if (header.format !== "jpeg" || Math.max(header.width, header.height) <= MAX_PHOTO_SIDE_PX)
    return {};
  const isTurned = (header.orientation ?? 1) > 4;
  const isWide = header.width > header.height !== isTurned;
  return {
    ...(isWide ? { resizeWidth: MAX_PHOTO_SIDE_PX } : { resizeHeight: MAX_PHOTO_SIDE_PX }),
    resizeQuality: "high",
  };
}

/** Where that was not to be known before: only a JPEG's header says how it is turned. */
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
