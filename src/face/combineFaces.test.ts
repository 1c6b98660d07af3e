import { expect, it } from "vitest";

import type { AnalysedFace } from "./analysedFace.ts";
import { combineFaces } from "./combineFaces.ts";
import { DESCRIPTOR_LENGTH, toDescriptor } from "./descriptor.ts";
import type { FaceQuality } from "./quality.ts";

it("is one photo's face unchanged", () => {
  const face = faceOf([1]);
  expect(combineFaces([face])).toBe(face);
});

it("takes the mean of the descriptors", () => {
  const { descriptor } = combineFaces([faceOf([1, 0]), faceOf([0, 2]), faceOf([2, 4])]);
  expect([...descriptor.slice(0, 3)]).toEqual([1, 2, 0]);
});

it("keeps the picture and the quality of the most readable photo, whatever the order", () => {
  const small = faceOf([1], { eyeDistancePx: 30, sharpness: 9 });
  const soft = faceOf([2], { eyeDistancePx: 90, sharpness: 2.5 });
  const best = faceOf([3], { eyeDistancePx: 60, sharpness: 6 });
  for (const faces of [
    [small, soft, best],
    [best, soft, small],
  ]) {
    const { descriptor, ...rest } = combineFaces(faces);
    const { descriptor: own, ...expected } = best;
    expect(rest).toEqual(expected);
    expect(descriptor[0]).toBe(2);
    expect(own[0]).toBe(3);
  }
});

it("prefers a usable photo to a sharper one that is not", () => {
  const dark = faceOf([1], { eyeDistancePx: 300, sharpness: 20, verdict: "tooDark" });
  const usable = faceOf([1], { eyeDistancePx: 19, sharpness: 2.3 });
  expect(combineFaces([dark, usable]).quality).toBe(usable.quality);
});

it("picks the most readable where none is usable", () => {
  const worse = faceOf([1], { eyeDistancePx: 30, verdict: "profile" });
  const better = faceOf([1], { eyeDistancePx: 60, verdict: "profile" });
  expect(combineFaces([worse, better]).quality.eyeDistancePx).toBe(60);
});

it("does not combine nobody", () => {
  expect(() => combineFaces([])).toThrow(/a face to combine/);
});

function faceOf(first: readonly number[], quality: Partial<FaceQuality> = {}): AnalysedFace {
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  values.set(first);
  const descriptor = toDescriptor(values);
  if (!descriptor.ok) throw new Error(descriptor.error.kind);
  return {
    box: { x: 0, y: 0, width: 50, height: 50 },
    score: 0.9,
    landmarks: [],
    quality: {
      eyeDistancePx: 60,
      roll: 0,
      yaw: 0,
      pitch: 0,
      sharpness: 5,
      brightness: 120,
      verdict: "usable",
      ...quality,
    },
    descriptor: descriptor.value,
    portrait: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
  };
}
