import { expect, it } from "vitest";

import { readPhotoHeader } from "./photoHeader.ts";

it("reads the size of a whole PNG", () => {
  expect(readPhotoHeader(png(200, 100))).toEqual({
    ok: true,
    value: { format: "png", width: 200, height: 100 },
  });
});

it("reads the size of a JPEG with a thumbnail's end inside and a trailer behind", () => {
  const thumbnail = segment(0xe1, [0xff, 0xd8, 0xff, 0xd9]);
  const file = bytes([0xff, 0xd8], thumbnail, frame(64, 48), scan(), [0xff, 0xd9], [1, 2, 3]);
  expect(readPhotoHeader(file)).toMatchObject({
    ok: true,
    value: { format: "jpeg", width: 64, height: 48 },
  });
});

it("takes the largest picture of a file for its size", () => {
  const small = [16, 16, 0, 0, 1, 0, 32, 0, ...Array.from({ length: 8 }, () => 0)];
  const large = [64, 48, ...small.slice(2)];
  const icon = bytes([0, 0, 1, 0, 2, 0], small, large);
  expect(readPhotoHeader(icon)).toMatchObject({ ok: true, value: { width: 64, height: 48 } });
});

it.each([
  ["an empty file", bytes([]), "notAnImage"],
  ["text", text("Hello, I am a text file named photo.jpg"), "notAnImage"],
  ["a PDF", text("%PDF-1.7\n"), "notAnImage"],
  ["noise", bytes([7, 91, 3, 200, 14, 9, 250, 33, 18, 2, 5, 77]), "notAnImage"],
  ["a film", bytes([0, 0, 0, 16], ascii("ftypisom"), [0, 0, 2, 0]), "notAnImage"],
  ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"/>'), "unsupportedImage"],
  ["an SVG behind a prologue", text('<?xml version="1.0"?>\n<svg />'), "unsupportedImage"],
  ["a HEIC without a size", bytes([0, 0, 0, 16], ascii("ftypheic"), [0, 0, 0, 0]), "damagedImage"],
  ["a PNG cut off before IEND", png(200, 100).subarray(0, -12), "damagedImage"],
  ["a PNG that ends in its header", png(200, 100).subarray(0, 12), "damagedImage"],
  ["a JPEG cut off in its scan", bytes([0xff, 0xd8], frame(64, 48), scan()), "damagedImage"],
  ["a JPEG that is only a start", bytes([0xff, 0xd8, 0xff, 0xe0]), "damagedImage"],
  ["more than 100 megapixels", png(20_000, 14_000), "imageTooLarge"],
  ["a thread 40,000 px long", png(40_000, 1), "imageTooLarge"],
])("refuses %s", (_, file, kind) => {
  expect(readPhotoHeader(file)).toMatchObject({ ok: false, error: { kind } });
});

it.each([
  ["100 megapixels exactly", png(10_000, 10_000)],
  ["one pixel", png(1, 1)],
])("takes %s", (_, file) => {
  expect(readPhotoHeader(file).ok).toBe(true);
});

function png(width: number, height: number): Uint8Array {
  const size = [...uint32(width), ...uint32(height)];
  return bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk("IHDR", [...size, 8, 2, 0, 0, 0]),
    chunk("IDAT", [1, 2, 3]),
    chunk("IEND", []),
  );
}

function chunk(type: string, data: number[]): number[] {
  return [...uint32(data.length), ...ascii(type), ...data, 0, 0, 0, 0];
}

function frame(width: number, height: number): number[] {
  const size = [...uint32(height).slice(2), ...uint32(width).slice(2)];
  return segment(0xc0, [8, ...size, 1, 1, 0x11, 0]);
}

/** Entropy-coded data with a stuffed 0xff and a restart marker, neither of which ends it. */
function scan(): number[] {
  return [...segment(0xda, [1, 1, 0, 0, 63, 0]), 12, 0xff, 0, 7, 0xff, 0xd0, 9, 8];
}

function segment(marker: number, data: number[]): number[] {
  return [0xff, marker, ...uint32(data.length + 2).slice(2), ...data];
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function text(value: string): Uint8Array {
  return bytes(ascii(value));
}

function ascii(value: string): number[] {
  return Array.from(value, (letter) => letter.charCodeAt(0));
}

function bytes(...parts: number[][]): Uint8Array {
  return Uint8Array.from(parts.flat());
}
