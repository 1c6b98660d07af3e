/** Bends one face onto the shape of another, triangle by triangle. */
import { assert } from "../shared/assert.ts";
import type { Point } from "./geometry.ts";
import type { RgbaImage } from "./rgbaImage.ts";

/** Points and the triangles between them: `triangles` holds three indices each. */
export interface Mesh {
  readonly points: readonly Point[];
  readonly triangles: Uint32Array;
}

/** For each pixel of a frame, where it lies in the mesh. Made once, used for every photo. */
export interface WarpMap {
  readonly width: number;
  readonly height: number;
  /** Shape [height, width, 3]: the points of the triangle a pixel's centre lies in. */
  readonly corners: Uint32Array;
  /** Shape [height, width, 3]: its barycentric coordinates there; they sum to 1. */
  readonly weights: Float32Array;
}

/** Colours in 0–255 and whether the photo reaches there. */
export interface WarpedImage {
  /** Shape [height, width, 3]. */
  readonly colours: Float32Array;
  /** Shape [height, width]: 1 inside the photo, 0 past its edge. */
  readonly covered: Uint8Array;
}

/**
 * Finds every pixel's triangle.
 *
 * @throws when a pixel lies in no triangle: the mesh must cover the frame
 */
export function warpMap({ points, triangles }: Mesh, width: number, height: number): WarpMap {
  const corners = new Uint32Array(width * height * 3);
  const weights = new Float32Array(width * height * 3);
  const found = new Uint8Array(width * height);
  for (let t = 0; t < triangles.length; t += 3) {
    const indices = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!] as const;
    const [a, b, c] = [points[indices[0]]!, points[indices[1]]!, points[indices[2]]!];
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area === 0) continue;
    const top = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y) - 0.5));
    const bottom = Math.min(height - 1, Math.ceil(Math.max(a.y, b.y, c.y) - 0.5));
    const left = Math.max(0, Math.floor(Math.min(a.x, b.x, c.x) - 0.5));
    const right = Math.min(width - 1, Math.ceil(Math.max(a.x, b.x, c.x) - 0.5));
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const [x, y] = [column + 0.5, row + 0.5];
        const wb = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
        const wc = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
        const wa = 1 - wb - wc;
        // A pixel exactly on an edge may be claimed by either side, but by one of them.
        if (Math.min(wa, wb, wc) < -1e-9) continue;
        const at = row * width + column;
        found[at] = 1;
        corners.set(indices, at * 3);
        weights.set([wa, wb, wc], at * 3);
      }
  }
  assert(!found.includes(0), "the mesh covers the frame");
  return { width, height, corners, weights };
}

/**
 * Draws `image` so that its `points` come to lie on the points of the map's
 * mesh. Bilinear; an image more than twice the size should be shrunk first.
 *
 * @param points in px of `image`, as many as the mesh has and in its order
 */
export function warpThrough(map: WarpMap, image: RgbaImage, points: readonly Point[]): WarpedImage {
  const size = map.width * map.height;
  const colours = new Float32Array(size * 3);
  const covered = new Uint8Array(size);
  const { xs, ys } = columnsOf(points);
  for (let at = 0; at < size; at++) {
    let x = -0.5;
    let y = -0.5;
    for (let k = at * 3; k < at * 3 + 3; k++) {
      const corner = map.corners[k]!;
      x += map.weights[k]! * xs[corner]!;
      y += map.weights[k]! * ys[corner]!;
    }
    if (x < -0.5 || y < -0.5 || x > image.width - 0.5 || y > image.height - 0.5) continue;
    covered[at] = 1;
    sampleBilinear(image, x, y, colours, at * 3);
  }
  return { colours, covered };
}

function columnsOf(points: readonly Point[]) {
  return {
    xs: Float64Array.from(points, (p) => p.x),
    ys: Float64Array.from(points, (p) => p.y),
  };
}

/** (x, y) with pixel centres at integers; at the edges the nearest pixel. Hot. */
function sampleBilinear(
  { width, height, data }: RgbaImage,
  x: number,
  y: number,
  out: Float32Array,
  at: number,
): void {
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const fx = cx - x0;
  const fy = cy - y0;
  const p = (y0 * width + x0) * 4;
  const right = x0 + 1 < width ? 4 : 0;
  const down = y0 + 1 < height ? width * 4 : 0;
  for (let c = 0; c < 3; c++) {
    const q = p + c;
    const above = data[q]! * (1 - fx) + data[q + right]! * fx;
    const below = data[q + down]! * (1 - fx) + data[q + down + right]! * fx;
    out[at + c] = above * (1 - fy) + below * fy;
  }
}
