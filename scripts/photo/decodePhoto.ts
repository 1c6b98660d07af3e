/** Files to upright sRGB pixels, in Node. The browser's counterpart is src/photo. */
import { readFile } from "node:fs/promises";
import sharp, { type Metadata, type Sharp } from "sharp";

import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { FORMAT_BYTES, imageFormat, type ImageFormat } from "../../src/photo/imageFormat.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { decodeHeic } from "./decodeHeic.ts";

export interface PhotoError {
  readonly kind:
    | "unreadable"
    | "notAnImage"
    | "unsupportedImage"
    | "imageTooLarge"
    /** It began as an image but its pixels are cut short or broken. */
    | "damagedImage";
  readonly message: string;
}

/** The most that the engine is given. Source: the engine's port (src/engine/faceEngine.ts). */
export const MAX_SIDE_PX = 4096;
/** Refused by the header alone, before memory is taken; about the largest phone sensor of today. */
export const MAX_PIXELS = 100_000_000;

/** Drawings and documents, by how their text begins: never handed to the libraries that would run them. */
const NOT_PHOTOS = /^\s*(%PDF|<\?xml|<!DOCTYPE|<!--|<svg)/i;

/** Reads and decodes one file; a file that cannot be read is `unreadable`. */
export async function decodePhotoFile(path: string): Promise<Result<RgbaImage, PhotoError>> {
  const bytes = await readPhotoFile(path);
  return bytes.ok ? decodePhoto(bytes.value) : bytes;
}

/** The bytes of a file as they are. */
export async function readPhotoFile(path: string): Promise<Result<Buffer, PhotoError>> {
  try {
    return ok(await readFile(path));
  } catch (e) {
    return fail({ kind: "unreadable", message: messageOf(e) });
  }
}

/**
 * Decodes a photo: upright by EXIF, any colour space to 8-bit sRGB, alpha on
 * white, the first frame of an animation, its longer side at most `MAX_SIDE_PX`.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Result<RgbaImage, PhotoError>> {
  const header = await checkHeader(bytes);
  if (!header.ok) return header;
  if (header.value.compression === "hevc") {
    const decoded = await decodeHeic(bytes, MAX_PIXELS);
    return decoded.ok ? toPixels(fromRgba(decoded.value)) : decoded;
  }
  return toPixels(sharp(bytes, { failOn: "error", limitInputPixels: MAX_PIXELS }).autoOrient());
}

function fromRgba({ width, height, data }: RgbaImage): Sharp {
  const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}

async function toPixels(image: Sharp): Promise<Result<RgbaImage, PhotoError>> {
  try {
    const { data, info } = await image
      .resize({
        width: MAX_SIDE_PX,
        height: MAX_SIDE_PX,
        fit: "inside",
        withoutEnlargement: true,
      })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    return ok({ width: info.width, height: info.height, data: pixels });
  } catch (e) {
    return fail({ kind: "damagedImage", message: messageOf(e) });
  }
}

/** @returns what the header says of the pixels, or why they need not be tried */
async function checkHeader(
  bytes: Uint8Array,
): Promise<Result<{ readonly compression: string | undefined }, PhotoError>> {
  if (bytes.length === 0) return fail({ kind: "notAnImage", message: "the file is empty" });
  if (NOT_PHOTOS.test(Buffer.from(bytes.subarray(0, 256)).toString("latin1").replace("ï»¿", "")))
    return fail({ kind: "unsupportedImage", message: "a drawing or a document, not a photo" });
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (e) {
    return fail({ kind: headerErrorKind(bytes), message: messageOf(e) });
  }
  const { width, height, compression } = metadata;
  if (width * height > MAX_PIXELS)
    return fail({
      kind: "imageTooLarge",
      message: `${width} x ${height} px, at most ${MAX_PIXELS / 1e6} megapixels are read`,
    });
  return ok({ compression });
}

/** Formats that are decoded here: if a header of theirs cannot be read, it is the file's fault. */
const DECODED: ReadonlySet<ImageFormat> = new Set([
  "jpeg",
  "png",
  "gif",
  "webp",
  "tiff",
  "avif",
  "heic",
]);

function headerErrorKind(bytes: Uint8Array): PhotoError["kind"] {
  const format = imageFormat(bytes.subarray(0, FORMAT_BYTES));
  if (format === undefined) return "notAnImage";
  return DECODED.has(format) ? "damagedImage" : "unsupportedImage";
}

function messageOf(e: unknown): string {
  return (e instanceof Error ? e.message : String(e)).split("\n")[0]!.trim();
}
