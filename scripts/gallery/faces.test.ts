import { expect, it } from "vitest";

import type { FaceQuality } from "../../src/face/quality.ts";
import { fail, ok } from "../../src/shared/result.ts";
import type { DescribedFace } from "./describe/describedPhoto.ts";
import { chooseOnlyFace } from "./faces.ts";
import { describedFace, descriptorAt } from "./testing.ts";

it("takes the one face of a photo", () => {
  const only = face(60);
  expect(chooseOnlyFace(photo([only]))).toEqual({ kind: "usable", face: only });
});

it.each<[string, DescribedFace[], string]>([
  ["nobody", [], "noFace"],
  ["two people", [face(60), face(50)], "severalFaces"],
  ["somebody a little smaller", [face(60), face(35)], "severalFaces"],
  ["a face too small to read", [face(10)], "tooSmall"],
  ["a profile", [face(60, { yaw: -75 })], "profile"],
  ["a face turned to the sky", [face(60, { pitch: 50 })], "profile"],
  ["a blurred face", [face(60, { sharpness: 1 })], "blurred"],
  ["a face in the dark", [face(60, { brightness: 9 })], "tooDark"],
])("says why not: %s", (_, faces, reason) => {
  expect(chooseOnlyFace(photo(faces))).toEqual({ kind: "unusable", reason });
});

it("does not mind a passer-by in the background", () => {
  expect(chooseOnlyFace(photo([face(60), face(20)])).kind).toBe("usable");
});

it("hands the decoder's reason on", () => {
  const damaged = fail({ kind: "damagedImage", message: "cut short" });
  expect(chooseOnlyFace(damaged)).toEqual({ kind: "unusable", reason: "damagedImage" });
});

function photo(faces: DescribedFace[]) {
  return ok({ width: 100, height: 100, faces });
}

function face(eyeDistancePx: number, change: Partial<FaceQuality> = {}): DescribedFace {
  return describedFace(descriptorAt(1), { eyeDistancePx, ...change });
}
