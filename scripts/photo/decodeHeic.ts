/** HEIC in Node: HEVC's patents keep its decoder out of sharp's binaries, libheif compiled to WASM has one. */
import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import type { PhotoError } from "./decodePhoto.ts";

/**
 * Decodes the first image of a HEIC file. It comes out upright: libheif applies
 * the turns and mirrorings of the container, and EXIF's orientation, which says
 * the same once more, must not be obeyed as well. Colours are taken for sRGB.
 *
 * The decoder is loaded when the first such file comes, and takes one at a time.
 *
 * @param maxPixels larger images are refused before they are decoded
 *
 * Source: ISO/IEC 23008-12 §6.5 (irot, imir); libheif, heif_decode_image.
 */
export function decodeHeic(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<Result<RgbaImage, PhotoError>> {
  const decoded = underway.then(() => withLogOnStderr(() => decode(bytes, maxPixels)));
  underway = decoded;
  return decoded;
}

let underway: Promise<unknown> = Promise.resolve();

async function decode(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<Result<RgbaImage, PhotoError>> {
  const { default: heic } = await import("heic-decode");
  try {
    const images = await heic.all({ buffer: bytes });
    try {
      const image = images[0]!;
      const { width, height } = image;
      if (width * height > maxPixels)
        return fail({ kind: "imageTooLarge", message: `${width} x ${height} px in a HEIC file` });
      const { data } = await image.decode();
      return ok({ width, height, data });
    } finally {
      images.dispose();
    }
  } catch (e) {
    return fail({ kind: "damagedImage", message: e instanceof Error ? e.message : String(e) });
  }
}

/** libheif logs its failures, and the commands print JSON on stdout. */
async function withLogOnStderr<T>(run: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = console.error;
  try {
    return await run();
  } finally {
    console.log = log;
  }
}
