/**
 * A still picture as HEVC without compression: every block's samples are stored
 * as they are (I_PCM), which needs no encoder and is still a valid stream.
 *
 * Source: ITU-T H.265 (2019), §7.3 for the syntax, §9.3 for CABAC.
 */
import { BitWriter } from "./bitWriter.ts";

/** Samples in 0–255, full range, 4:2:0; both sides of `luma` are whole numbers of blocks. */
export interface Yuv420 {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Shape [heightPx, widthPx], row-major. */
  readonly luma: Uint8Array;
  /** Cb and Cr, each of shape [heightPx / 2, widthPx / 2]. */
  readonly chroma: readonly [Uint8Array, Uint8Array];
}

/** The units of the stream, without start codes or lengths. */
export interface HevcStill {
  readonly parameterSets: readonly { readonly type: number; readonly unit: Uint8Array }[];
  readonly slice: Uint8Array;
}

/** Every coding block is one coding tree block of this side. */
export const BLOCK_PX = 16;

/** Main Still Picture, level 6.2: no size of ours is too large. */
export const PROFILE_TIER_LEVEL = [3, 0x70, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 186] as const;

const TYPES = { vps: 32, sps: 33, pps: 34, idr: 19 } as const;

export function hevcStill(picture: Yuv420): HevcStill {
  return {
    parameterSets: [
      { type: TYPES.vps, unit: nalUnit(TYPES.vps, videoParameters()) },
      { type: TYPES.sps, unit: nalUnit(TYPES.sps, sequenceParameters(picture)) },
      { type: TYPES.pps, unit: nalUnit(TYPES.pps, pictureParameters()) },
    ],
    slice: nalUnit(TYPES.idr, slice(picture)),
  };
}

/** §7.3.2.1. */
function videoParameters(): BitWriter {
  const bits = new BitWriter().bits(0, 4).bits(0b11, 2).bits(0, 6).bits(0, 3).bits(1, 1);
  bits.bits(0xffff, 16).bytes(PROFILE_TIER_LEVEL);
  return bits.bits(1, 1).ue(0, 0, 0).bits(0, 6).ue(0).bits(0b00, 2).end();
}

/** §7.3.2.2: blocks of 16 px, not divided, as PCM of 8 bits, not filtered. */
function sequenceParameters({ widthPx, heightPx }: Yuv420): BitWriter {
  const bits = new BitWriter().bits(0, 4).bits(0, 3).bits(1, 1).bytes(PROFILE_TIER_LEVEL);
  bits.ue(0, 1, widthPx, heightPx).bits(0, 1).ue(0, 0, 0).bits(1, 1).ue(0, 0, 0);
  const [minCoding, maxCoding, minTransform, maxTransform] = [1, 0, 0, 2];
  bits.ue(minCoding, maxCoding, minTransform, maxTransform, 0, 0);
  bits.bits(0b000, 3).bits(1, 1).bits(7, 4).bits(7, 4).ue(1, 0).bits(1, 1);
  return bits.ue(0).bits(0b000, 3).bits(0b00, 2).end();
}

/** §7.3.2.3: nothing switched on but "no deblocking". */
function pictureParameters(): BitWriter {
  const bits = new BitWriter().ue(0, 0).bits(0, 7).ue(0, 0, 0).bits(0, 3).ue(0, 0);
  bits.bits(0, 7).bits(0b101, 3);
  return bits.bits(0b00, 2).ue(0).bits(0b00, 2).end();
}

/** §7.3.6 and §7.3.8: one intra slice of all blocks. */
function slice(picture: Yuv420): BitWriter {
  const bits = new BitWriter().bits(0b10, 2).ue(0, 2, 0).end();
  const columns = picture.widthPx / BLOCK_PX;
  const count = columns * (picture.heightPx / BLOCK_PX);
  for (let i = 0; i < count; i++) {
    writeBlockHead(bits, i);
    writeSamples(bits, picture, i % columns, Math.floor(i / columns));
  }
  // end_of_slice_segment_flag = 1, whose last bit is the stop bit of the unit.
  return bits.bits(FRESH_RANGE - 2, 9).end();
}

/** Range of CABAC's coder where it begins, which it does after every block's samples. */
const FRESH_RANGE = 510;

/**
 * What the likelier value of part_mode's only bin leaves to the other, by how
 * often it has come: `rangeTabLps` for the largest ranges (table 9-52). The
 * context begins evenly, and the bin is always 1.
 */
const LESS_LIKELY_RANGE = [
  240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110, 104, 99, 94, 89,
  85, 80, 76, 72, 69, 65, 62, 59, 56, 53, 50, 48, 45, 43, 41, 39, 37, 35, 33, 31, 30, 28, 27, 25,
  24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 14, 13, 12, 12, 11, 11, 10, 9,
] as const;

/**
 * end_of_slice_segment_flag = 0 of the block before, part_mode = 2N×2N,
 * pcm_flag = 1, and the flush that precedes the samples.
 */
function writeBlockHead(bits: BitWriter, index: number): void {
  const before = index === 0 ? FRESH_RANGE : FRESH_RANGE - 2;
  const range = before - LESS_LIKELY_RANGE[Math.min(index, LESS_LIKELY_RANGE.length - 1)]!;
  if (range >= 256) bits.bits((range - 2) | 1, 9);
  else bits.bits((2 * range - 2) | 1, 10);
  bits.align();
}

function writeSamples(bits: BitWriter, picture: Yuv420, column: number, row: number): void {
  writeSquare(bits, picture.luma, picture.widthPx, column, row, BLOCK_PX);
  for (const plane of picture.chroma)
    writeSquare(bits, plane, picture.widthPx / 2, column, row, BLOCK_PX / 2);
}

function writeSquare(
  bits: BitWriter,
  plane: Uint8Array,
  strideBytes: number,
  column: number,
  row: number,
  sidePx: number,
): void {
  for (let y = row * sidePx; y < (row + 1) * sidePx; y++) {
    const start = y * strideBytes + column * sidePx;
    bits.bytes(plane.subarray(start, start + sidePx));
  }
}

/** §7.3.1: the header, and a 3 wherever two zeros would go on like a start code. */
function nalUnit(type: number, payload: BitWriter): Uint8Array {
  const unit = [type << 1, 1];
  let zeros = 0;
  for (const byte of payload.result()) {
    if (zeros >= 2 && byte <= 3) {
      unit.push(3);
      zeros = 0;
    }
    unit.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(unit);
}
