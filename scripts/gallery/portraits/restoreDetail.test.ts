import { describe, expect, it } from "vitest";

import { PORTRAIT } from "../../../src/face/portraitFrame.ts";
import type { Blend } from "./blend.ts";
import type { Layer } from "./layer.ts";
import { restoreDetail } from "./restoreDetail.ts";
import { softenSurroundings } from "./softenSurroundings.ts";

const SIZE = PORTRAIT.width * PORTRAIT.height;
const EVERYWHERE = new Uint8Array(SIZE).fill(1);

describe("restoreDetail", () => {
  it("leaves a blend that is as crisp as its photos", () => {
    const stripes = striped(40);
    const restored = restoreDetail(stripes, [layer(stripes)], EVERYWHERE);
    expect(furthestApart(restored, stripes)).toBe(0);
  });

  it("raises detail that averaging lost, no further than the photos have it", () => {
    const restored = restoreDetail(striped(20), [layer(striped(40))], EVERYWHERE);
    const contrast = contrastOf(restored);
    expect(contrast).toBeGreaterThan(24);
    expect(contrast).toBeLessThan(40);
  });

  it("does nothing away from the face", () => {
    const stripes = striped(20);
    const restored = restoreDetail(stripes, [layer(striped(40))], new Uint8Array(SIZE));
    expect(furthestApart(restored, stripes)).toBe(0);
  });
});

describe("softenSurroundings", () => {
  it("blurs where the photos disagree, and nothing else", () => {
    const agreeing = softenSurroundings(blend(5), new Uint8Array(SIZE));
    const disagreeing = softenSurroundings(blend(90), new Uint8Array(SIZE));
    expect(contrastOf(agreeing)).toBeCloseTo(40, 3);
    expect(contrastOf(disagreeing)).toBeLessThan(4);
  });

  it("keeps the face whatever the photos do", () => {
    expect(contrastOf(softenSurroundings(blend(90), EVERYWHERE))).toBeCloseTo(40, 3);
  });
});

/** Vertical stripes four px wide, `contrast` grey levels apart. */
function striped(contrast: number): Float32Array {
  return Float32Array.from({ length: SIZE * 3 }, (_, at) => {
    const x = Math.floor(at / 3) % PORTRAIT.width;
    return 120 + (x % 8 < 4 ? contrast / 2 : -contrast / 2);
  });
}

function layer(colours: Float32Array): Layer {
  return { colours, weights: new Float32Array(SIZE).fill(1) };
}

function blend(spread: number): Blend {
  return {
    colours: striped(40),
    coverage: new Float32Array(SIZE).fill(1),
    spread: new Float32Array(SIZE).fill(spread),
  };
}

/** Not by comparing the arrays in an assertion, which takes seconds for 190,000 numbers. */
function furthestApart(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

/** Between the middles of two neighbouring stripes, half way down. */
function contrastOf(colours: Float32Array): number {
  const row = (PORTRAIT.height / 2) * PORTRAIT.width + 96;
  const at = (x: number) => colours[(row + x) * 3]!;
  return (at(1) + at(2)) / 2 - (at(5) + at(6)) / 2;
}
