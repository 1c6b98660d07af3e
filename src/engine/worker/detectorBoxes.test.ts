import { describe, expect, it } from "vitest";

import type { ScoredBox } from "../../face/mergeBoxes.ts";
import { seededRandom } from "../../shared/random.ts";
import { suppressOverlaps, toViewPx } from "./detectorBoxes.ts";

describe("a box of the square in px of the view", () => {
  it("knows that the view fills only a part of the square", () => {
    const half = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
    expect(toViewPx(half, { width: 400, height: 200 }, 160)).toEqual({
      x: 100,
      y: 200,
      width: 200,
      height: 100,
    });
  });

  it("takes the shorter side as rounded, as face-api does", () => {
    // 160 · 101 / 400 = 40.4, taken for 40: the whole height of the square is 404 px, not 400.
    const whole = toViewPx({ x: 0, y: 0, width: 1, height: 1 }, { width: 400, height: 101 }, 160);
    expect(whole.width).toBe(400);
    expect(whole.height).toBeCloseTo(404, 9);
  });
});

describe("suppressing overlaps", () => {
  const at = (x: number, score: number, width = 10): ScoredBox => ({
    box: { x, y: 0, width, height: 10 },
    score,
  });

  it("keeps the surest of two boxes on one face, best first", () => {
    const kept = suppressOverlaps([at(0, 0.6), at(30, 0.7), at(1, 0.9)], 0.4);
    expect(kept.map(({ score }) => score)).toEqual([0.9, 0.7]);
  });

  it("keeps a small box inside a large one, and one that just reaches the limit", () => {
    expect(suppressOverlaps([at(0, 0.9, 40), at(0, 0.8)], 0.4)).toHaveLength(2);
    // A third of each: 5 · 10 of 150.
    expect(suppressOverlaps([at(0, 0.9), at(5, 0.8)], 1 / 3)).toHaveLength(2);
    expect(suppressOverlaps([at(0, 0.9), at(5, 0.8)], 0.33)).toHaveLength(1);
  });

  it("leaves nothing to suppress, and drops nothing without a reason", () => {
    const random = seededRandom(3);
    const boxes = Array.from({ length: 60 }, () => at(random() * 100, random(), 5 + random() * 10));
    const kept = suppressOverlaps(boxes, 0.3);
    expect(suppressOverlaps(kept, 0.3)).toEqual(kept);
    for (const box of boxes)
      if (!kept.includes(box)) {
        const surer = kept.filter(({ score }) => score > box.score);
        expect(suppressOverlaps([...surer, box], 0.3)).toEqual(surer);
      }
    expect(kept.length).toBeLessThan(boxes.length);
  });
});
