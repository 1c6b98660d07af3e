import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import makeLibheif from "libheif-js/libheif-wasm/libheif.js";
import { expect, it } from "vitest";

import type { Result } from "../shared/result.ts";
import { decodeHeic, type HeicPixels } from "./decodeHeic.ts";
import type { PhotoError } from "./photoError.ts";
import { heicFile, type HeicOptions } from "./testing/heicFile.ts";

const WASM = createRequire(import.meta.url).resolve("libheif-js/libheif-wasm/libheif.wasm");
const MAX_PIXELS = 1_000_000;

const RED = [220, 30, 40] as const;
const GREY = [120, 125, 130] as const;

it("gives the colours of the file", () => {
  const pixels = decoded(heic());
  expect([pixels.width, pixels.height]).toEqual([64, 32]);
  expect(pixels.data).toHaveLength(64 * 32 * 4);
  expectColour(pixels, 4, 4, RED);
  expectColour(pixels, 60, 4, GREY);
  expectColour(pixels, 4, 28, GREY);
});

it("turns a picture as the container says, and not once more as EXIF does", () => {
  const turned = decoded(heic({ quarterTurns: 3, exifOrientation: 6 }));
  expect([turned.width, turned.height]).toEqual([32, 64]);
  expectColour(turned, 28, 4, RED);
  expectColour(turned, 4, 4, GREY);
});

it("leaves the pixels alone where only EXIF says a turn", () => {
  const pixels = decoded(heic({ exifOrientation: 6 }));
  expect([pixels.width, pixels.height]).toEqual([64, 32]);
  expectColour(pixels, 4, 4, RED);
});

it("refuses a large picture before it decodes it", () => {
  expect(problem(heic(), 64 * 32 - 1)).toEqual({ kind: "imageTooLarge", width: 64, height: 32 });
  expect(problem(heic({ claimedSize: { width: 20_000, height: 20_000 } }))).toMatchObject({
    kind: "imageTooLarge",
  });
});

it.each([
  ["cut off in its pixels", heic().subarray(0, -500)],
  ["cut off in its header", heic().subarray(0, 100)],
  ["of rubbish", Uint8Array.from(heic(), (byte, i) => (i < 28 ? byte : 7))],
  ["without anything", new Uint8Array()],
])("calls a file %s damaged", (_, bytes) => {
  expect(problem(bytes)).toEqual({ kind: "damagedImage", format: "heic" });
});

it.each(["jpeg", "unci"])("calls a picture of the codec %s unsupported", (codec) => {
  const text = new TextDecoder("latin1").decode(heic()).replace("hvc1", codec);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(problem(bytes)).toEqual({ kind: "unsupportedImage", format: "heic" });
});

/** 64 × 32 px, red in the top left corner, grey elsewhere. */
function heic(options?: HeicOptions): Uint8Array<ArrayBuffer> {
  const [width, height] = [64, 32];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    return (x < 16 && y < 16 ? RED : GREY)[i % 3]!;
  });
  return heicFile({ width, height, data }, options);
}

function decode(bytes: Uint8Array, maxPixels: number): Result<HeicPixels, PhotoError> {
  const quiet = () => undefined;
  const heif = makeLibheif({ wasmBinary: readFileSync(WASM), print: quiet, printErr: quiet });
  return decodeHeic(heif, bytes, maxPixels);
}

function decoded(bytes: Uint8Array): HeicPixels {
  const result = decode(bytes, MAX_PIXELS);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function problem(bytes: Uint8Array, maxPixels = MAX_PIXELS): PhotoError {
  const result = decode(bytes, maxPixels);
  if (result.ok) throw new Error("It was decoded.");
  return result.error;
}

/** Within the rounding of YCbCr. */
function expectColour(pixels: HeicPixels, x: number, y: number, colour: readonly number[]) {
  const at = (y * pixels.width + x) * 4;
  const found = [...pixels.data.subarray(at, at + 4)];
  for (const [i, value] of [...colour, 255].entries())
    expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(2);
}
