import { expect, it } from "vitest";

import { wholePhoto } from "./photoPixels.ts";
import { cutPortrait, PORTRAIT, portraitToPhoto } from "./portraitFrame.ts";
import { applySimilarity } from "./similarity.ts";

const EYES = Array.from({ length: 68 }, (_, i) => (i < 42 ? { x: 40, y: 60 } : { x: 70, y: 100 }));

it("puts the eyes on the portraits' line, as far apart as theirs", () => {
  const toPhoto = portraitToPhoto(EYES, 1);
  const { eyesMiddle, eyeDistancePx } = PORTRAIT;
  const left = applySimilarity(toPhoto, { x: eyesMiddle.x - eyeDistancePx / 2, y: eyesMiddle.y });
  const right = applySimilarity(toPhoto, { x: eyesMiddle.x + eyeDistancePx / 2, y: eyesMiddle.y });
  expect(left.x).toBeCloseTo(40, 9);
  expect(left.y).toBeCloseTo(60, 9);
  expect(right.x).toBeCloseTo(70, 9);
  expect(right.y).toBeCloseTo(100, 9);
});

it("cuts the same picture at every zoom", async () => {
  const photo = { width: 1, height: 1, data: Uint8ClampedArray.of(10, 20, 30, 255) };
  const portrait = await cutPortrait(wholePhoto(photo), EYES, 2);
  expect(portrait).toMatchObject({ width: 2 * PORTRAIT.width, height: 2 * PORTRAIT.height });
  expect([...portrait.data.subarray(0, 4)]).toEqual([10, 20, 30, 255]);
});
