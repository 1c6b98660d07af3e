/**
 * HEIC files for tests, made of any picture: no camera, and nobody's photo.
 *
 * Source: ISO/IEC 23008-12 (HEIF), ISO/IEC 14496-12 and -15 for the boxes.
 */
import {
  BLOCK_PX,
  hevcStill,
  PROFILE_TIER_LEVEL,
  type HevcStill,
  type Yuv420,
} from "./hevcStill.ts";

/** Pixels of shape [height, width, 3], 0–255; both sides are multiples of 16 px. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface HeicOptions {
  /** Quarter turns anticlockwise that show the stored picture upright (irot). */
  readonly quarterTurns?: number;
  /** The Orientation tag of an EXIF block, as cameras add it beside `quarterTurns`. */
  readonly exifOrientation?: number;
  /** What the header says instead of the truth. */
  readonly claimedSize?: { readonly width: number; readonly height: number };
}

export function heicFile(picture: RgbPicture, options: HeicOptions = {}): Uint8Array<ArrayBuffer> {
  const { width, height } = picture;
  if (width % BLOCK_PX !== 0 || height % BLOCK_PX !== 0)
    throw new Error(`${width} x ${height} px is no whole number of blocks`);
  const still = hevcStill(toYuv(picture));
  const items = [
    concat(uint32(still.slice.length), still.slice),
    ...(options.exifOrientation === undefined ? [] : [exif(options.exifOrientation)]),
  ];
  const type = box("ftyp", ascii("heic"), uint32(0), ascii("mif1heic"));
  // The places of the items depend on the length of the box that tells them.
  const length = meta(still, picture, options, items, 0).length;
  const dataStart = type.length + length + 8;
  return concat(type, meta(still, picture, options, items, dataStart), box("mdat", ...items));
}

function meta(
  still: HevcStill,
  picture: RgbPicture,
  options: HeicOptions,
  items: readonly Uint8Array[],
  dataStart: number,
): Uint8Array {
  const hasExif = items.length > 1;
  return fullBox(
    "meta",
    fullBox("hdlr", uint32(0), ascii("pict"), new Uint8Array(13)),
    fullBox("pitm", uint16(1)),
    itemPlaces(items, dataStart),
    fullBox(
      "iinf",
      uint16(items.length),
      itemEntry(1, "hvc1"),
      ...(hasExif ? [itemEntry(2, "Exif")] : []),
    ),
    ...(hasExif ? [fullBox("iref", box("cdsc", uint16(2), uint16(1), uint16(1)))] : []),
    properties(still, picture, options),
  );
}

function itemPlaces(items: readonly Uint8Array[], dataStart: number): Uint8Array {
  let start = dataStart;
  const entries = items.map((item, i) => {
    const entry = concat(uint16(i + 1), uint16(0), uint16(1), uint32(start), uint32(item.length));
    start += item.length;
    return entry;
  });
  return fullBox("iloc", Uint8Array.of(0x44, 0), uint16(items.length), ...entries);
}

function itemEntry(id: number, type: string): Uint8Array {
  return box("infe", Uint8Array.of(2, 0, 0, 0), uint16(id), uint16(0), ascii(`${type}\0`));
}

function properties(
  still: HevcStill,
  picture: RgbPicture,
  { quarterTurns, claimedSize }: HeicOptions,
): Uint8Array {
  const { width, height } = claimedSize ?? picture;
  const all = [
    decoderConfiguration(still),
    fullBox("ispe", uint32(width), uint32(height)),
    // sRGB's primaries and transfer, BT.601's matrix, full range.
    box("colr", ascii("nclx"), uint16(1), uint16(13), uint16(6), Uint8Array.of(0x80)),
    ...(quarterTurns === undefined ? [] : [box("irot", Uint8Array.of(quarterTurns))]),
  ];
  const ESSENTIAL = 0x80;
  const links = all.map((_, i) => ESSENTIAL | (i + 1));
  return box(
    "iprp",
    box("ipco", ...all),
    fullBox("ipma", uint32(1), uint16(1), Uint8Array.of(links.length, ...links)),
  );
}

function decoderConfiguration({ parameterSets }: HevcStill): Uint8Array {
  const sets = parameterSets.map(({ type, unit }) =>
    concat(Uint8Array.of(0x80 | type), uint16(1), uint16(unit.length), unit),
  );
  const sampling = [0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f];
  return box("hvcC", Uint8Array.of(1, ...PROFILE_TIER_LEVEL, ...sampling, sets.length), ...sets);
}

/** A TIFF directory of one entry, after four bytes that say where it begins. */
function exif(orientation: number): Uint8Array {
  const entry = [uint16(0x0112), uint16(3), uint32(1), uint16(orientation), uint16(0)];
  return concat(uint32(0), ascii("MM"), uint16(42), uint32(8), uint16(1), ...entry, uint32(0));
}

/** Source: ITU-T T.871 (JFIF), which is BT.601 at full range. */
function toYuv({ width, height, data }: RgbPicture): Yuv420 {
  const luma = new Uint8Array(width * height);
  const chroma = [0, 1].map(() => new Uint8Array((width / 2) * (height / 2)));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const [r, g, b] = [data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!];
      luma[i] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
      if (x % 2 === 1 || y % 2 === 1) continue;
      const j = (y / 2) * (width / 2) + x / 2;
      chroma[0]![j] = Math.min(255, Math.round(128 - 0.168736 * r - 0.331264 * g + 0.5 * b));
      chroma[1]![j] = Math.min(255, Math.round(128 + 0.5 * r - 0.418688 * g - 0.081312 * b));
    }
  return { widthPx: width, heightPx: height, luma, chroma: [chroma[0]!, chroma[1]!] };
}

function box(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concat(...parts);
  return concat(uint32(content.length + 8), ascii(type), content);
}

function fullBox(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return box(type, uint32(0), ...parts);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff);
}

function uint32(value: number): Uint8Array {
  return concat(uint16(value >>> 16), uint16(value & 0xffff));
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
