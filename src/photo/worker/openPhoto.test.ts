import sharp from "sharp";
import { afterEach, expect, it, vi } from "vitest";

import { openPhoto } from "./openPhoto.ts";

/** What needs no decoder; the browser's part is tested end to end. */
it.each([
  ["an empty file", new Blob([]), "notAnImage"],
  ["a text named as a photo", new Blob(["Dear star"], { type: "image/jpeg" }), "notAnImage"],
  ["a JPEG that is only a start", new Blob([Uint8Array.of(0xff, 0xd8, 0xff)]), "damagedImage"],
  ["a drawing", new Blob(["<svg></svg>"]), "unsupportedImage"],
])("refuses %s", async (_, file, kind) => {
  expect(await openPhoto(file)).toMatchObject({ ok: false, error: { kind } });
});

it("says so where a folder was dropped or the file has gone", async () => {
  const gone = new DOMException("A requested file could not be found", "NotFoundError");
  expect(await openPhoto(fileThat(() => Promise.reject(gone)))).toEqual({
    ok: false,
    error: { kind: "unreadableFile" },
  });
});

it("reads no more than the start of what is not an image", async () => {
  const film = new Blob([new Uint8Array(5_000_000)]);
  film.arrayBuffer = () => Promise.reject(new Error("The whole film was read"));
  expect(await openPhoto(film)).toMatchObject({ error: { kind: "notAnImage" } });
});

it("hides no bug of ours", async () => {
  const bug = new RangeError("ours");
  await expect(openPhoto(fileThat(() => Promise.reject(bug)))).rejects.toBe(bug);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ["a photo that fits", 4096, 100, 1, {}],
  ["a wide one", 4200, 100, 1, { resizeWidth: 4096, resizeQuality: "high" }],
  ["one stored wide and shown tall", 4200, 100, 6, { resizeHeight: 4096, resizeQuality: "high" }],
  ["one stored tall and shown wide", 100, 4200, 8, { resizeWidth: 4096, resizeQuality: "high" }],
])("shrinks while decoding: %s", async (_, width, height, orientation, shrinking) => {
  const bitmap = { width: 4096, height: 98 };
  const decode = vi.fn(() => Promise.resolve(bitmap));
  vi.stubGlobal("createImageBitmap", decode);
  const photo = sharp({ create: { width, height, channels: 3, background: "grey" } });
  const bytes = await photo.withMetadata({ orientation }).jpeg().toBuffer();
  expect(await openPhoto(new Blob([new Uint8Array(bytes)]))).toEqual({ ok: true, value: bitmap });
  expect(decode).toHaveBeenCalledExactlyOnceWith(expect.any(Blob), {
    imageOrientation: "from-image",
    ...shrinking,
  });
});

/** A file whose bytes come from `read`, however much of it is asked for. */
function fileThat(read: () => Promise<ArrayBuffer>): Blob {
  const file = new Blob(["x"]);
  file.arrayBuffer = read;
  file.slice = () => file;
  return file;
}
