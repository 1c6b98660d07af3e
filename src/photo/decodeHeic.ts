import type {
  heif_error,
  heif_image,
  heif_image_handle,
  MainModule,
} from "libheif-js/libheif-wasm/libheif.js";

import type { RgbaImage } from "../face/rgbaImage.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { PhotoError } from "./photoError.ts";

/** What libheif gives: straight alpha, unlike the opaque `RgbaImage` of the engine. */
export type HeicPixels = RgbaImage & { readonly data: Uint8ClampedArray<ArrayBuffer> };

/** An interleaved plane in libheif's own memory; `stride` in bytes. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly data: Uint8Array;
}

interface Decoded {
  readonly image: heif_image;
  readonly channels: readonly Plane[];
}

/**
 * Decodes the primary image of a HEIC file. It comes out upright: libheif
 * applies the turns and mirrorings of the container, and EXIF's orientation,
 * which says the same once more, must not be obeyed as well. Colours are taken
 * for sRGB: a phone's wider gamut comes out a little paler.
 *
 * @param maxPixels larger images are refused before they are decoded
 *
 * Source: ISO/IEC 23008-12 §6.5 (irot, imir) and annex A (EXIF is informative);
 * libheif, heif_decode_image.
 */
export function decodeHeic(
  heif: MainModule,
  bytes: Uint8Array,
  maxPixels: number,
): Result<HeicPixels, PhotoError> {
  const context = heif.heif_context_alloc();
  try {
    const read = heif.heif_context_read_from_memory(context, bytes);
    if (read.code.value !== heif.heif_error_code.heif_error_Ok.value)
      return fail(problemOf(heif, read));
    const handle = heif.heif_js_context_get_primary_image_handle(context) as
      heif_image_handle | heif_error;
    if ("code" in handle) return fail(problemOf(heif, handle));
    try {
      return decodeImage(heif, handle, maxPixels);
    } finally {
      heif.heif_image_handle_release(handle);
    }
  } finally {
    heif.heif_context_free(context);
  }
}

function decodeImage(
  heif: MainModule,
  handle: heif_image_handle,
  maxPixels: number,
): Result<HeicPixels, PhotoError> {
  const width = heif.heif_image_handle_get_width(handle);
  const height = heif.heif_image_handle_get_height(handle);
  if (width * height > maxPixels) return fail({ kind: "imageTooLarge", width, height });

  const decoded = heif.heif_js_decode_image2(
    handle,
    heif.heif_colorspace.heif_colorspace_RGB,
    heif.heif_chroma.heif_chroma_interleaved_RGBA,
  ) as Decoded | heif_error;
  if ("code" in decoded) {
    const outOfMemory = heif.heif_error_code.heif_error_Memory_allocation_error;
    if (decoded.code.value === outOfMemory.value)
      return fail({ kind: "imageTooLarge", width, height });
    return fail(problemOf(heif, decoded));
  }
  try {
    const plane = decoded.channels[0];
    return plane === undefined ? fail({ kind: "damagedImage", format: "heic" }) : ok(copyOf(plane));
  } finally {
    heif.heif_image_release(decoded.image);
  }
}

/** Rows without libheif's padding, in memory of our own. */
function copyOf({ width, height, stride, data }: Plane): HeicPixels {
  const rowBytes = width * 4;
  const pixels = new Uint8ClampedArray(rowBytes * height);
  for (let y = 0; y < height; y++)
    pixels.set(data.subarray(y * stride, y * stride + rowBytes), y * rowBytes);
  return { width, height, data: pixels };
}

/** A HEIF file may hold pictures of any codec; only HEVC is built in. */
function problemOf(heif: MainModule, { code }: heif_error): PhotoError {
  const codes = heif.heif_error_code;
  const unsupported: readonly number[] = [
    codes.heif_error_Unsupported_feature.value,
    codes.heif_error_Unsupported_filetype.value,
    codes.heif_error_Plugin_loading_error.value,
  ];
  const kind = unsupported.includes(code.value) ? "unsupportedImage" : "damagedImage";
  return { kind, format: "heic" };
}
