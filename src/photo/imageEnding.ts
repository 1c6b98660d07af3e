import type { ImageFormat } from "./imageFormat.ts";

/**
 * Whether the file reaches the end that its format prescribes.
 *
 * Browsers draw the part of a cut-off image that arrived and leave the rest
 * grey, without an error; a face could be half there. True for formats whose
 * end cannot be told cheaply: their decoder decides.
 */
export function hasEnding(format: ImageFormat, bytes: Uint8Array): boolean {
  switch (format) {
    case "jpeg":
      return jpegHasEnding(bytes);
    case "png":
      return pngHasEnding(bytes);
    case "webp":
      return view(bytes).getUint32(4, true) + 8 <= bytes.length;
    default:
      return true;
  }
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * Walks the segments, since a thumbnail inside one has an end of its own, and
 * cameras append data after the real one.
 *
 * Source: ITU-T T.81 (1992), annex B.
 */
function jpegHasEnding(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1]!;
    if (marker === END_OF_IMAGE) return true;
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      if (at + 3 >= bytes.length) return false;
      at += 2 + view(bytes).getUint16(at + 2);
      if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
    }
  }
  return false;
}

/** Position of the first marker after entropy-coded data. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || isRestart(marker);
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

const PNG_SIGNATURE_BYTES = 8;
const IEND = 0x49454e44;

/** Source: W3C PNG (third edition), §5.3: length, type, data, CRC. */
function pngHasEnding(bytes: Uint8Array): boolean {
  const data = view(bytes);
  let at = PNG_SIGNATURE_BYTES;
  while (at + 12 <= bytes.length) {
    if (data.getUint32(at + 4) === IEND) return true;
    at += 12 + data.getUint32(at);
  }
  return false;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
