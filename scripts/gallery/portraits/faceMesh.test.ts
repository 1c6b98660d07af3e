import { describe, expect, it } from "vitest";

import { eyesOf } from "../../../src/face/eyes.ts";
import type { Landmarks, Point } from "../../../src/face/geometry.ts";
import { warpMap } from "../../../src/face/piecewiseAffine.ts";
import { PORTRAIT } from "../../../src/face/portraitFrame.ts";
import { applySimilarity } from "../../../src/face/similarity.ts";
import { faceMesh, meshInPhoto } from "./faceMesh.ts";
import { meanShape } from "./meanShape.ts";

const TURNED = { a: 0.4 * Math.cos(0.5), b: 0.4 * Math.sin(0.5), tx: 300, ty: -20 };

describe("meanShape", () => {
  it("lays the eyes where the portrait's frame has them", () => {
    const eyes = eyesOf(meanShape([drawnFace(), moved(drawnFace())]));
    expect(eyes.middle.x).toBeCloseTo(PORTRAIT.eyesMiddle.x, 6);
    expect(eyes.middle.y).toBeCloseTo(PORTRAIT.eyesMiddle.y, 6);
    expect(eyes.distancePx).toBeCloseTo(PORTRAIT.eyeDistancePx, 6);
  });

  it("does not depend on how a photo was turned, scaled and cut", () => {
    expectSame(meanShape([drawnFace()]), meanShape([moved(drawnFace())]));
  });

  it("lies between two shapes", () => {
    const wide = drawnFace().map((p, i) => (i < 17 ? { x: p.x * 1.2, y: p.y } : p));
    const [narrow, mean, broad] = [[drawnFace()], [drawnFace(), wide], [wide]].map(meanShape);
    const jaw = (shape: Landmarks) => shape[16]!.x - shape[0]!.x;
    expect(jaw(mean!)).toBeGreaterThan(jaw(narrow!));
    expect(jaw(mean!)).toBeLessThan(jaw(broad!));
  });
});

describe("faceMesh", () => {
  it("covers the frame, so that every pixel has a triangle", () => {
    const mesh = faceMesh(meanShape([drawnFace()]));
    expect(() => warpMap(mesh, PORTRAIT.width, PORTRAIT.height)).not.toThrow();
  });

  it("follows a photo that is only turned, scaled and shifted exactly", () => {
    const mesh = faceMesh(meanShape([drawnFace()]));
    const photo = mesh.shape.map((point) => applySimilarity(TURNED, point));
    const expected = mesh.points.map((point) => applySimilarity(TURNED, point));
    expectSame(meshInPhoto(mesh, photo), expected);
  });
});

/** 68 points on simple curves: enough of a face for geometry. */
function drawnFace(): Landmarks {
  const arc = (
    count: number,
    cx: number,
    cy: number,
    rx: number,
    ry: number,
    from: number,
    to: number,
  ) =>
    Array.from({ length: count }, (_, i): Point => {
      const angle = from + ((to - from) * i) / Math.max(1, count - 1);
      return { x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) };
    });
  const ring = (count: number, cx: number, cy: number, rx: number, ry: number) =>
    arc(count, cx, cy, rx, ry, Math.PI, 3 * Math.PI - (2 * Math.PI) / count);
  const bridge = [0, 12, 24, 36].map((dy): Point => ({ x: 0, y: dy }));
  return [
    ...arc(17, 0, 5, 72, 95, Math.PI, 0),
    ...arc(5, -34, -18, 20, 6, Math.PI, 2 * Math.PI),
    ...arc(5, 34, -18, 20, 6, Math.PI, 2 * Math.PI),
    ...bridge,
    ...arc(5, 0, 44, 14, 5, Math.PI, 0),
    ...ring(6, -33, 0, 12, 5),
    ...ring(6, 33, 0, 12, 5),
    ...ring(12, 0, 66, 24, 9),
    ...ring(8, 0, 66, 17, 3),
  ];
}

function moved(shape: Landmarks): Landmarks {
  return shape.map((point) => applySimilarity(TURNED, point));
}

function expectSame(found: readonly Point[], expected: readonly Point[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, { x, y }] of expected.entries()) {
    expect(found[i]!.x).toBeCloseTo(x, 4);
    expect(found[i]!.y).toBeCloseTo(y, 4);
  }
}
