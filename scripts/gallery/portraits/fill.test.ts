import { expect, it } from "vitest";

import { fillGaps } from "./fill.ts";

it("keeps what is believed, and gives a gap the colour around it", () => {
  const [width, height] = [16, 16];
  const colours = new Float32Array(width * height * 3).fill(80);
  const belief = new Float32Array(width * height).fill(1);
  const gap = 8 * width + 8;
  colours.fill(0, gap * 3, gap * 3 + 3);
  belief[gap] = 0;
  const filled = fillGaps({ width, height, colours, belief });
  expect(filled[0]).toBe(80);
  expect(filled[gap * 3]).toBeCloseTo(80, 3);
});

it("fills a whole side smoothly from the other", () => {
  const [width, height] = [32, 8];
  const belief = Float32Array.from({ length: width * height }, (_, i) => (i % width < 16 ? 1 : 0));
  const colours = Float32Array.from({ length: width * height * 3 }, (_, i) =>
    Math.floor(i / 3) % width < 16 ? 100 : 0,
  );
  const filled = fillGaps({ width, height, colours, belief });
  expect(Math.min(...filled)).toBeCloseTo(100, 2);
});
