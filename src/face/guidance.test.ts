import { expect, it } from "vitest";

import { adviceFor, GUIDE_LIMITS, ovalIn, type Look, type SeenFace } from "./guidance.ts";
import { lookAt, seenFace } from "./guidanceFixtures.ts";
import type { FaceQuality } from "./quality.ts";

it("lays the oval into the middle of a frame, by hand", () => {
  // 0.74 · 100 / 0.76 = 97.4 is less than 0.72 · 200 = 144.
  const oval = ovalIn(100, 200);
  expect(oval.width).toBeCloseTo(74);
  expect(oval.height).toBeCloseTo(97.37, 2);
  expect(oval.x).toBeCloseTo(13);
  expect(oval.y).toBeCloseTo(51.32, 2);
});

it("keeps the oval inside a low frame", () => {
  const { y, height } = ovalIn(400, 100);
  expect([y, height]).toEqual([14, 72]);
});

it("is ready for a face in the oval that looks into the camera", () => {
  expect(adviceFor(lookAt([seenFace()]), false)).toBe("ready");
});

it.each<[string, Partial<FaceQuality>]>([
  ["tooDark", { brightness: 30 }],
  ["tooBright", { brightness: 240 }],
  ["turned", { yaw: -30 }],
  ["tilted", { roll: 25 }],
  ["blurred", { sharpness: 1 }],
])("says %s", (advice, quality) => {
  expect(adviceFor(lookAt([seenFace({ quality })]), false)).toBe(advice);
});

it.each<[string, SeenFace]>([
  ["tooSmall", seenFace({ eyeDistancePx: 30 })],
  ["tooLarge", seenFace({ eyeDistancePx: 110 })],
  ["offCentre", seenFace({ eyes: { x: 310, y: 180 } })],
  ["offCentre", seenFace({ eyes: { x: 240, y: 270 } })],
])("says %s", (advice, face) => {
  expect(adviceFor(lookAt([face]), false)).toBe(advice);
});

it("says first what keeps the rest from being seen", () => {
  const dark = { quality: { brightness: 20, yaw: 60, sharpness: 0 }, eyeDistancePx: 20 };
  expect(adviceFor(lookAt([seenFace(dark), seenFace()]), false)).toBe("severalFaces");
  expect(adviceFor(lookAt([seenFace(dark)]), false)).toBe("tooDark");
});

it("tells an empty frame from one that is too dark to see anybody in", () => {
  expect(adviceFor(lookAt([]), false)).toBe("noFace");
  expect(adviceFor(lookAt([], 12), false)).toBe("tooDark");
});

it("does not blame a turned head for eyes that seem near to each other", () => {
  const apart = GUIDE_LIMITS.smallest * 1.05;
  const eyeDistancePx = (apart * ovalIn(480, 360).width) / 2.4;
  const yaw = 25;
  const turned = eyeDistancePx * Math.cos((yaw * Math.PI) / 180);
  expect(adviceFor(lookAt([seenFace({ eyeDistancePx: turned })]), false)).toBe("tooSmall");
  const face = seenFace({ eyeDistancePx: turned, quality: { yaw } });
  expect(adviceFor(lookAt([face]), false)).toBe("ready");
});

it.each<[string, Look]>([
  ["turn", lookAt([seenFace({ quality: { yaw: GUIDE_LIMITS.yaw * 1.1 } })])],
  ["blur", lookAt([seenFace({ quality: { sharpness: GUIDE_LIMITS.sharpness / 1.1 } })])],
  ["shift", lookAt([seenFace({ eyes: { x: 240 + 1.1 * GUIDE_LIMITS.offCentre * 197, y: 180 } })])],
])("lets a face that was ready %s a little further", (_, look) => {
  expect(adviceFor(look, true)).toBe("ready");
  expect(adviceFor(look, false)).not.toBe("ready");
});
