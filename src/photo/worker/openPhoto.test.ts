import { expect, it } from "vitest";

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

/** A file whose bytes come from `read`, however much of it is asked for. */
function fileThat(read: () => Promise<ArrayBuffer>): Blob {
  const file = new Blob(["x"]);
  file.arrayBuffer = read;
  file.slice = () => file;
  return file;
}
