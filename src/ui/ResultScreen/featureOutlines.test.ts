import { expect, it } from "vitest";

import type { Landmarks } from "../../face/geometry.ts";
import { PORTRAIT } from "../../face/portraitFrame.ts";
import { FACE_FEATURES } from "../../matching/featureDistances.ts";
import { outlinePath, windowOn } from "./featureOutlines.ts";

it("draws the two brows as two open lines", () => {
  const landmarks = Array.from({ length: 68 }, (_, i) => ({ x: i, y: 100 }));
  expect(outlinePath("brows", landmarks)).toBe(
    "M17.0 100.0L18.0 100.0L19.0 100.0L20.0 100.0L21.0 100.0M22.0 100.0L23.0 100.0L24.0 100.0L25.0 100.0L26.0 100.0",
  );
});

it("closes the eyes' lines", () => {
  expect(outlinePath("eyes", face()).match(/Z/g)).toHaveLength(2);
});

it.each(FACE_FEATURES)("keeps the window on the %s inside the frame", (feature) => {
  const { x, y, side } = windowOn(feature, [face(), face()]);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + side).toBeLessThanOrEqual(PORTRAIT.width);
  expect(y + side).toBeLessThanOrEqual(PORTRAIT.height);
});

it("holds the feature of both faces", () => {
  const lower = face().map(({ x, y }) => ({ x, y: y + 20 }));
  const { y, side } = windowOn("mouth", [face(), lower]);
  expect(y).toBeLessThan(200);
  expect(y + side).toBeGreaterThan(220);
});

/** Eyes at their place in the frame; the rest around 200 px down. */
function face(): Landmarks {
  const { eyesMiddle, eyeDistancePx } = PORTRAIT;
  return Array.from({ length: 68 }, (_, i) => {
    if (i >= 36 && i < 42) return { x: eyesMiddle.x - eyeDistancePx / 2, y: eyesMiddle.y };
    if (i >= 42 && i < 48) return { x: eyesMiddle.x + eyeDistancePx / 2, y: eyesMiddle.y };
    return { x: 60 + 1.5 * i, y: 200 };
  });
}
