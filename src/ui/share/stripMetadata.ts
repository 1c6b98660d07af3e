/** Leaves of a JPEG or PNG only what the pixels need. Browsers write little else today; this holds whatever they do. */
import { assert } from "../../shared/assert.ts";

export type PictureType = "image/jpeg" | "image/png";

/** @throws when the bytes are not a whole picture of that type, as a browser's encoder gives it */
export function stripMetadata(
  bytes: Uint8Array<ArrayBuffer>,
  type: PictureType,
): Uint8Array<ArrayBuffer> {
  return joined(type === "image/png" ? neededOfPng(bytes) : neededOfJpeg(bytes));
}

const PNG_SIGNATURE_LENGTH = 8;
/** Of the chunks whose absence changes no pixel, none is kept. */
const PNG_CRITICAL = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/** Source: PNG specification, third edition, 5.3. A chunk: length, type, data, checksum. */
function neededOfPng(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, PNG_SIGNATURE_LENGTH)];
  let at = PNG_SIGNATURE_LENGTH;
  while (at < bytes.length) {
    assert(at + 12 <= bytes.length, "a whole PNG chunk");
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (PNG_CRITICAL.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}

const SOI = 0xd8;
const SOS = 0xda;
const COM = 0xfe;
/** JFIF and Adobe's colour transform are how the pixels are read; the other application segments are not. */
const JPEG_APPS_KEPT = new Set([0xe0, 0xee]);

/** Source: ITU-T T.81, B.1.1.4. A segment: 0xFF, marker, length of the rest. After SOS come the pixels. */
function neededOfJpeg(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  assert(view.getUint16(0) === (0xff00 | SOI), "a JPEG's first marker");
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    assert(at + 4 <= bytes.length && bytes[at] === 0xff, "a JPEG marker");
    const marker = bytes[at + 1]!;
    if (marker === SOS) return [...parts, bytes.subarray(at)];
    const end = at + 2 + view.getUint16(at + 2);
    const isApp = marker >= 0xe0 && marker <= 0xef;
    if (marker !== COM && (!isApp || JPEG_APPS_KEPT.has(marker)))
      parts.push(bytes.subarray(at, end));
    at = end;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
