// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike } from "../../app/fixtures.ts";
import type { Landmarks } from "../../face/geometry.ts";
import { loadMorph } from "./loadMorph.ts";
import type { CompositeFace, PhotoFace } from "./morphFace.ts";

/** On a circle around the portrait's middle: no face, but a shape. */
const ROUND: Landmarks = Array.from({ length: 68 }, (_, i) => ({
  x: 112 + 80 * Math.cos(i),
  y: 140 + 90 * Math.sin(i),
}));
const YOU: PhotoFace = { kind: "photo", face: { ...faceLike(0), landmarks: ROUND }, who: "you" };
const STAR: CompositeFace = { kind: "composite", portraitUrl: "data:,", shape: ROUND, name: "Ada" };

const close = vi.fn();

beforeEach(() => {
  close.mockClear();
  vi.stubGlobal("createImageBitmap", () => Promise.resolve({ close }));
  vi.stubGlobal("ImageData", vi.fn());
  HTMLImageElement.prototype.decode = () => Promise.resolve();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("gives both pictures and their mesh, and frees them together", async () => {
  const loaded = await loadMorph({ first: YOU, second: STAR });
  if (!loaded.ok) throw new Error(loaded.error.kind);
  const { mesh } = loaded.value;
  expect(mesh.second[0]).toEqual(ROUND[0]);
  expect(mesh.first).toHaveLength(mesh.second.length);
  loaded.value.close();
  expect(close).toHaveBeenCalledTimes(2);
});

it.each([
  ["is missing", { ...STAR, portraitUrl: undefined }],
  ["is no picture", STAR],
])("frees the other picture where the portrait %s", async (_, second) => {
  HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException("", "EncodingError"));
  const loaded = await loadMorph({ first: YOU, second });
  expect(loaded).toEqual({ ok: false, error: { kind: "portraitUnavailable" } });
  expect(close).toHaveBeenCalledOnce();
});
