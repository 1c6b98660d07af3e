/** Boxes that hold other boxes, on the way to the times. */
const CONTAINERS = new Set(["moov", "trak", "mdia"]);
/** Movie, track and media headers: each begins with when it was created and changed. */
const HEADERS = new Set(["mvhd", "tkhd", "mdhd"]);

/**
 * Sets the times at which an MP4 says it was made to zero, which means "not
 * said". Changes the bytes given.
 *
 * Source: ISO/IEC 14496-12, 4.2 and 8.2.2: size, type, version and flags, then
 * both times in 4 bytes each, or 8 in version 1.
 */
export function forgetFilmTime(bytes: Uint8Array, from = 0, to = bytes.length): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  while (at + 8 <= to) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    // 0 reaches to the end, 1 has a longer size behind it: the pixels may, headers do not.
    const end = size === 0 ? to : size === 1 ? at + Number(view.getBigUint64(at + 8)) : at + size;
    if (CONTAINERS.has(type)) forgetFilmTime(bytes, at + 8, end);
    if (HEADERS.has(type)) bytes.fill(0, at + 12, at + 12 + (bytes[at + 8] === 1 ? 16 : 8));
    if (end <= at) return;
    at = end;
  }
}
