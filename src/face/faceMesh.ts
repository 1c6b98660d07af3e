/** The triangles by which one face of the portrait frame turns into another. */
import Delaunator from "delaunator";

import { assert } from "../shared/assert.ts";
import { LANDMARK_COUNT, type Landmarks, type Point } from "./geometry.ts";
import { PORTRAIT, portraitToPhoto } from "./portraitFrame.ts";
import { applySimilarity, invertSimilarity, meanPoint } from "./similarity.ts";

/** One mesh laid over two faces; positions in px of `PORTRAIT`. */
export interface MorphMesh {
  /** The points on the first face. */
  readonly first: readonly Point[];
  /** The same points on the second. */
  readonly second: readonly Point[];
  /** Three indices for each triangle. */
  readonly triangles: Uint32Array<ArrayBuffer>;
}

/** Jaw and brows whose surroundings, hair and neck, move with them. */
const RING_LANDMARKS = [0, 2, 4, 6, 8, 10, 12, 14, 16, 17, 19, 21, 22, 24, 26];
/** Where the ring lies between its landmark and the frame's edge. By eye: hair follows the face by half. */
const RING_FRACTION = 0.5;
/** Landmarks beyond the frame are drawn back to this far inside of it, so that the edge stays where it is. */
const INSET_PX = 6;
const EDGE_STEP_PX = 56;

/** A face's landmarks, in px of the photo, as they lie in its portrait: px of `PORTRAIT`. */
export function landmarksInPortrait(landmarks: Landmarks): Landmarks {
  const toPortrait = invertSimilarity(portraitToPhoto(landmarks, 1));
  return landmarks.map((point) => applySimilarity(toPortrait, point));
}

/**
 * Covers the portrait frame, whose edge moves on neither face. Delaunay
 * triangles of the points midway between the two.
 *
 * A triangle may turn over at an end where a head is turned far aside. Among
 * all 13,695 pairs of the gallery's shapes 0.007 % do, each within the lips and
 * smaller than 3 px².
 *
 * @param first landmarks in px of `PORTRAIT`, like `second`
 */
export function morphMesh(first: Landmarks, second: Landmarks): MorphMesh {
  const [onFirst, onSecond] = [meshPoints(first), meshPoints(second)];
  const middle = onFirst.map((p, i) => meanPoint([p, onSecond[i]!]));
  const { triangles } = Delaunator.from(
    middle,
    (p) => p.x,
    (p) => p.y,
  );
  return { first: onFirst, second: onSecond, triangles };
}

/** The landmarks, a ring around them, and the frame's edge. */
function meshPoints(shape: Landmarks): readonly Point[] {
  assert(shape.length === LANDMARK_COUNT, "68 landmarks");
  const inside = shape.map(drawnInside);
  const centre = meanPoint(inside.slice(0, 27));
  const ring = RING_LANDMARKS.map((i) => towardsEdge(centre, inside[i]!));
  return [...inside, ...ring, ...frameEdge()];
}

function drawnInside({ x, y }: Point): Point {
  const { width, height } = PORTRAIT;
  return {
    x: Math.min(Math.max(x, INSET_PX), width - INSET_PX),
    y: Math.min(Math.max(y, INSET_PX), height - INSET_PX),
  };
}

/** `RING_FRACTION` of the way from `point` to the frame's edge, on the ray from `centre`. */
function towardsEdge(centre: Point, point: Point): Point {
  const [dx, dy] = [point.x - centre.x, point.y - centre.y];
  const across = dx > 0 ? (PORTRAIT.width - point.x) / dx : dx < 0 ? -point.x / dx : Infinity;
  const down = dy > 0 ? (PORTRAIT.height - point.y) / dy : dy < 0 ? -point.y / dy : Infinity;
  const step = RING_FRACTION * Math.min(across, down);
  return { x: point.x + dx * step, y: point.y + dy * step };
}

function frameEdge(): readonly Point[] {
  const { width, height } = PORTRAIT;
  const points: Point[] = [];
  for (let x = 0; x <= width; x += EDGE_STEP_PX) points.push({ x, y: 0 }, { x, y: height });
  for (let y = EDGE_STEP_PX; y < height; y += EDGE_STEP_PX)
    points.push({ x: 0, y }, { x: width, y });
  return points;
}
