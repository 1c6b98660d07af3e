/** Names of image formats told apart by their first bytes. */
export type ImageFormat =
  | "jpeg"
  | "png"
  | "gif"
  | "webp"
  | "bmp"
  | "ico"
  | "avif"
  | "heic"
  | "tiff"
  | "jxl"
  | "jp2"
  | "psd"
  | "svg";

/** Formats that every current browser decodes, or else we: a failure there is the file's, not the browser's. */
export const DECODED_EVERYWHERE: ReadonlySet<ImageFormat> = new Set([
  "jpeg",
  "png",
  "gif",
  "webp",
  "bmp",
  "ico",
  "avif",
  "heic",
]);

/** Formats that cannot carry transparency, so nothing needs to be laid on white. */
export const OPAQUE_FORMATS: ReadonlySet<ImageFormat> = new Set(["jpeg"]);

export const MIME_TYPES: Readonly<Record<ImageFormat, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  bmp: "image/bmp",
  ico: "image/x-icon",
  avif: "image/avif",
  heic: "image/heic",
  tiff: "image/tiff",
  jxl: "image/jxl",
  jp2: "image/jp2",
  psd: "image/vnd.adobe.photoshop",
  svg: "image/svg+xml",
};

/** How many bytes from the start of a file `imageFormat` looks at. */
export const FORMAT_BYTES = 1024;

/**
 * The format a file's first bytes claim, whatever its name; `undefined` when
 * they claim none of ours.
 *
 * Source: WHATWG MIME Sniffing §6.1; ISO/IEC 14496-12 for `ftyp` brands;
 * ISO/IEC 18181-2 for JPEG XL.
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const signature = SIGNATURES.find(([, start]) => startsWith(bytes, start));
  if (signature) return signature[0];

  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (ascii(bytes, 4, 8) === "ftyp") return isoMediaFormat(bytes);
  return looksLikeSvg(bytes) ? "svg" : undefined;
}

const SIGNATURES: readonly (readonly [ImageFormat, readonly number[]])[] = [
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["bmp", [0x42, 0x4d]],
  ["ico", [0x00, 0x00, 0x01, 0x00]],
  ["tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["jxl", [0xff, 0x0a]],
  ["jxl", [0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20]],
  ["jp2", [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20]],
  ["psd", [0x38, 0x42, 0x50, 0x53]],
];

const HEIF_BRANDS: ReadonlySet<string> = new Set(["heic", "heix", "hevc", "heim", "heis", "mif1"]);

/** The compatible brands decide: both AVIF and HEIC files may call themselves `mif1` first. */
function isoMediaFormat(bytes: Uint8Array): ImageFormat | undefined {
  const boxEnd = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= Math.min(boxEnd, bytes.length); at += 4)
    brands.push(ascii(bytes, at, at + 4));

  if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
  return brands.some((brand) => HEIF_BRANDS.has(brand)) ? "heic" : undefined;
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, FORMAT_BYTES)).trimStart();
  return (
    /^<svg[\s>]/i.test(text) || (/^<(\?xml|!doctype|!--)/i.test(text) && /<svg[\s>]/i.test(text))
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, i) => bytes[i] === value);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
