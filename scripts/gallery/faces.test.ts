import { expect, it } from "vitest";

import type { QualityVerdict } from "../../src/face/quality.ts";
import { fail, ok } from "../../src/shared/result.ts";
import type { DescribedFace } from "./describe/photoCache.ts";
import { chooseOnlyFace } from "./faces.ts";
import { describedFace, descriptorAt } from "./testing.ts";

it("takes the one face of a photo", () => {
  const only = face(60);
  expect(chooseOnlyFace(photo([only]))).toEqual({ kind: "usable", face: only });
});

it.each<[string, DescribedFace[], string]>([
  ["nobody", [], "noFace"],
  ["two people", [face(60), face(50)], "severalFaces"],
  ["somebody half as large", [face(60), face(30)], "severalFaces"],
  ["a face too small to read", [face(10, "tooSmall")], "tooSmall"],
  ["a profile", [face(60, "profile")], "profile"],
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

function face(eyeDistancePx: number, verdict: QualityVerdict = "usable"): DescribedFace {
  return describedFace(descriptorAt(1), { eyeDistancePx, verdict });
}
