/** All portraits in one file, laid beside gallery.json by the build: one request instead of one for each person. */
import * as v from "valibot";

import { fail, ok, type Result } from "../shared/result.ts";

/** Relative to gallery.json. */
export const PORTRAIT_PACK = "portraits.bin";

/** What stands between the length of itself (uint32, little-endian) and the pictures, as JSON. */
const HEADER = v.object({
  version: v.literal(1),
  /** In the order in which they follow, one right after the other. */
  files: v.array(
    v.object({
      path: v.pipe(v.string(), v.minLength(1)),
      bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
  ),
});

export interface PortraitPackError {
  readonly kind: "portraitPackMalformed";
  readonly expected: string;
}

/** @param files content by path, as gallery.json names them */
export function encodePortraitPack(
  files: readonly (readonly [path: string, content: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(
    JSON.stringify({
      version: 1,
      files: files.map(([path, content]) => ({ path, bytes: content.length })),
    }),
  );
  const start = 4 + header.length;
  const pack = new Uint8Array(files.reduce((sum, [, { length }]) => sum + length, start));
  new DataView(pack.buffer).setUint32(0, header.length, true);
  pack.set(header, 4);
  let at = start;
  for (const [, content] of files) {
    pack.set(content, at);
    at += content.length;
  }
  return pack;
}

/**
 * Reads a pack that came over a network.
 *
 * @returns each picture by its path, as a view of `pack`; nothing of one that is not whole
 */
export function decodePortraitPack(
  pack: Uint8Array<ArrayBuffer>,
): Result<ReadonlyMap<string, Uint8Array<ArrayBuffer>>, PortraitPackError> {
  if (pack.length < 4) return malformed("a header");
  const headerLength = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const start = 4 + headerLength;
  if (start > pack.length) return malformed("a whole header");
  const header = v.safeParse(HEADER, parsed(pack.subarray(4, start)));
  if (!header.success) return malformed(v.summarize(header.issues));
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = start;
  for (const { path, bytes } of header.output.files) {
    contents.set(path, pack.subarray(at, at + bytes));
    at += bytes;
  }
  return at === pack.length ? ok(contents) : malformed(`${at} bytes`);
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch {
    return undefined;
  }
}

function malformed(expected: string) {
  return fail({ kind: "portraitPackMalformed", expected } as const);
}
