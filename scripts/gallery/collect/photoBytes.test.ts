import { describe, expect, it } from "vitest";

import type { FreePhoto } from "./judgeFile.ts";
import { readPhoto, sha1 } from "./photoBytes.ts";

const JPEG = bytes("\xff\xd8\xff\xe0 a photo \xff\xd9");
const PNG = bytes("\x89PNG\r\n\x1a\n a photo IEND....");
const WEBP = bytes("RIFF\x0c\0\0\0WEBP a photo");

describe("readPhoto", () => {
  it("takes whole images of each format", () => {
    for (const image of [JPEG, PNG, WEBP, bytes("II*\0 a photo")])
      expect(read(image, { isOriginal: false })).toEqual({ ok: true, value: image });
  });

  it.each([
    ["a page", bytes("<!DOCTYPE html>")],
    ["nothing", bytes("")],
    ["half a JPEG", JPEG.subarray(0, 8)],
    ["half a PNG", PNG.subarray(0, 12)],
    ["half a WebP", WEBP.subarray(0, 14)],
  ])("refuses %s", (_, body) => {
    expect(read(body, { isOriginal: false })).toMatchObject({ error: { kind: "unusableAnswer" } });
  });

  it("holds originals to the size and sum that Commons states", () => {
    expect(read(JPEG, { size: JPEG.length, sha1: sha1(JPEG) })).toMatchObject({ ok: true });
    expect(read(JPEG, { size: JPEG.length + 1, sha1: sha1(JPEG) })).toMatchObject({ ok: false });
    expect(read(JPEG, { size: JPEG.length, sha1: sha1(PNG) })).toMatchObject({ ok: false });
  });

  it("knows the sum of the empty text", () => {
    expect(sha1(bytes(""))).toBe("da39a3ee5e6b4b0d3255bfef95601890afd80709");
  });
});

function read(
  body: Uint8Array,
  {
    isOriginal = true,
    size = 0,
    sha1: sum = "",
  }: { isOriginal?: boolean; size?: number; sha1?: string },
) {
  const url = "https://upload.example/a.jpg";
  const photo: FreePhoto = {
    file: {
      title: "File:A.jpg",
      mime: "image/jpeg",
      width: 1,
      height: 1,
      size,
      sha1: sum,
      uploadedAt: "",
      url,
      descriptionUrl: url,
      metadata: {},
    },
    licence: { key: "pd", name: "Public domain", needsAuthor: false },
    author: undefined,
    download: { url, type: "image/jpeg", isOriginal },
  };
  return readPhoto(photo, { contentType: "image/jpeg", body });
}

function bytes(latin1: string): Uint8Array {
  return new Uint8Array(Buffer.from(latin1, "latin1"));
}
