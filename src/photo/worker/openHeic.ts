import { fail, ok, type Result } from "../../shared/result.ts";
import { decodeHeic, type HeicPixels } from "../decodeHeic.ts";
import type { PhotoError } from "../photoError.ts";
import { loadLibheif } from "./loadLibheif.ts";

/**
 * Opens a HEIC file where the browser cannot. Nobody else downloads the decoder.
 *
 * @param bytes the whole file
 * @param maxPixels larger images are refused before they are decoded
 * @returns an upright bitmap
 */
export async function openHeic(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<Result<ImageBitmap, PhotoError>> {
  const libheif = await loadLibheif();
  if (libheif === undefined) return fail({ kind: "decoderUnavailable" });
  const decoded = withoutTraps(() => decodeHeic(libheif, bytes, maxPixels));
  if (!decoded.ok) return decoded;
  const { data, width, height } = decoded.value;
  return ok(await createImageBitmap(new ImageData(data, width, height)));
}

/** A file may break the decoder, which then ends with a trap instead of an answer. */
function withoutTraps(
  decode: () => Result<HeicPixels, PhotoError>,
): Result<HeicPixels, PhotoError> {
  try {
    return decode();
  } catch (e) {
    if (e instanceof WebAssembly.RuntimeError)
      return fail({ kind: "damagedImage", format: "heic" });
    throw e;
  }
}
