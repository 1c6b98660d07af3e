/** The triangles that carry a face, its hair and its shoulders. */
import Delaunator from "delaunator";

import type { Landmarks, Point } from "../../../src/face/geometry.ts";
import type { Mesh } from "../../../src/face/piecewiseAffine.ts";
import { PORTRAIT } from "../../../src/face/portraitFrame.ts";
import { applySimilarity, fitSimilarity, meanPoint } from "../../../src/face/similarity.ts";

/** A mesh whose first points are the 68 landmarks and the rest anchors that hold what is around the face. */
export interface FaceMesh extends Mesh {
  readonly shape: Landmarks;
  readonly anchors: readonly Point[];
}

/** How far outside the face the bending ends, in eye distances. By eye. */
const REACH = { jaw: 0.42, forehead: 0.95 } as const;
/** Distance between anchors on the frame's edge. */
const EDGE_STEP_PX = 56;

/** Covers the whole portrait frame; `shape` in its pixels. */
export function faceMesh(shape: Landmarks): FaceMesh {
  const anchors = [...ringAround(shape), ...frameEdge()];
  const points = [...shape, ...anchors];
  const { triangles } = Delaunator.from(
    points,
    (p) => p.x,
    (p) => p.y,
  );
  return { points, triangles: Uint32Array.from(triangles), shape, anchors };
}

/** The mesh's points in a photo: its landmarks, and the anchors moved as the face as a whole is. */
export function meshInPhoto({ shape, anchors }: FaceMesh, landmarks: Landmarks): readonly Point[] {
  const toPhoto = fitSimilarity(shape, landmarks);
  return [...landmarks, ...anchors.map((anchor) => applySimilarity(toPhoto, anchor))];
}

/** A ring of points round head and chin. Those past the frame are left to its edge. */
function ringAround(shape: Landmarks): readonly Point[] {
  const { eyeDistancePx, width, height } = PORTRAIT;
  const centre = meanPoint(shape.slice(0, 27));
  const away = (from: Point, px: number): Point => {
    const length = Math.hypot(from.x - centre.x, from.y - centre.y);
    return {
      x: from.x + ((from.x - centre.x) * px) / length,
      y: from.y + ((from.y - centre.y) * px) / length,
    };
  };
  const jaw = shape.slice(0, 17).map((p) => away(p, REACH.jaw * eyeDistancePx));
  const forehead = shape.slice(17, 27).map((p) => away(p, REACH.forehead * eyeDistancePx));
  return [...jaw, ...forehead].filter(
    ({ x, y }) => x > 4 && y > 4 && x < width - 4 && y < height - 4,
  );
}

function frameEdge(): readonly Point[] {
  const { width, height } = PORTRAIT;
  const points: Point[] = [];
  for (let x = 0; x <= width; x += EDGE_STEP_PX) points.push({ x, y: 0 }, { x, y: height });
  for (let y = EDGE_STEP_PX; y < height; y += EDGE_STEP_PX)
    points.push({ x: 0, y }, { x: width, y });
  return points;
}
