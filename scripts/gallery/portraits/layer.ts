/** One photo of a person, bent onto the mean shape: what the blend is made of. */
import sharp from "sharp";

import { eyesOf } from "../../../src/face/eyes.ts";
import type { Landmarks, Point } from "../../../src/face/geometry.ts";
import { warpMap, warpThrough, type WarpMap } from "../../../src/face/piecewiseAffine.ts";
import { PORTRAIT } from "../../../src/face/portraitFrame.ts";
import type { RgbaImage } from "../../../src/face/rgbaImage.ts";
import { meshInPhoto, type FaceMesh } from "./faceMesh.ts";
import { photoMask } from "./photoMask.ts";

/** In the portrait's frame. */
export interface Layer {
  /** Shape [height, width, 3], 0–255. */
  readonly colours: Float32Array;
  /** Shape [height, width]: how much each pixel counts, ≥ 0; 0 where the photo does not reach. */
  readonly weights: Float32Array;
}

/** The two resolutions that a layer is drawn through. */
export interface LayerMaps {
  readonly mesh: FaceMesh;
  readonly plain: WarpMap;
  /** Twice as fine: drawn large and averaged, so that nothing aliases. */
  readonly fine: WarpMap;
}

const FINE = 2;
/** A photo's edge fades out over this many px, or it would show as a line. */
const FEATHER_PX = 14;
/** What is cut out around the frame, in px of the frame, before resizing. */
const MARGIN_PX = 24;

export function layerMaps(mesh: FaceMesh): LayerMaps {
  const { width, height } = PORTRAIT;
  const points = mesh.points.map(({ x, y }) => ({ x: x * FINE, y: y * FINE }));
  return {
    mesh,
    plain: warpMap(mesh, width, height),
    fine: warpMap({ points, triangles: mesh.triangles }, width * FINE, height * FINE),
  };
}

/** @param weight of the whole photo */
export async function drawLayer(
  { mesh, plain, fine }: LayerMaps,
  photo: RgbaImage,
  landmarks: Landmarks,
  weight: number,
): Promise<Layer> {
  const points = meshInPhoto(mesh, landmarks);
  const { image, toImage } = await atPortraitScale(photo, points, landmarks);
  const { colours } = warpThrough(fine, image, points.map(toImage));
  const { colours: mask, covered } = warpThrough(plain, photoMask(photo), points);
  const inside = covered.map((value, i) => (value === 1 && mask[i * 3]! > 250 ? 1 : 0));
  const weights = feather(inside, plain.width, plain.height).map((share) => share * weight);
  return { colours: averageOfFour(colours, plain.width, plain.height), weights };
}

/** The part of the photo around the face, resized so that the eyes are as far apart as in the fine map. */
async function atPortraitScale(photo: RgbaImage, points: readonly Point[], landmarks: Landmarks) {
  const scale = (PORTRAIT.eyeDistancePx * FINE) / eyesOf(landmarks).distancePx;
  const margin = (MARGIN_PX * FINE) / scale;
  const from = (values: readonly number[]) => Math.max(0, Math.floor(Math.min(...values) - margin));
  const to = (values: readonly number[], most: number) =>
    Math.min(most, Math.ceil(Math.max(...values) + margin));
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const [left, top] = [from(xs), from(ys)];
  const [width, height] = [to(xs, photo.width) - left, to(ys, photo.height) - top];
  const { data, info } = await sharp(
    Buffer.from(photo.data.buffer, photo.data.byteOffset, photo.data.byteLength),
    {
      raw: { width: photo.width, height: photo.height, channels: 4 },
    },
  )
    .extract({ left, top, width, height })
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), {
      fit: "fill",
      kernel: "lanczos3",
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  const image = { width: info.width, height: info.height, data: pixels };
  const [sx, sy] = [info.width / width, info.height / height];
  const toImage = ({ x, y }: Point): Point => ({ x: (x - left) * sx, y: (y - top) * sy });
  return { image, toImage };
}

/** Each 2 × 2 px to one. */
function averageOfFour(fine: Float32Array, width: number, height: number): Float32Array {
  const plain = new Float32Array(width * height * 3);
  const row = width * FINE * 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        const at = y * FINE * row + x * FINE * 3 + c;
        plain[(y * width + x) * 3 + c] =
          (fine[at]! + fine[at + 3]! + fine[at + row]! + fine[at + row + 3]!) / 4;
      }
  return plain;
}

/** 0 outside, rising smoothly to 1 at `FEATHER_PX` from the nearest pixel outside. The frame itself is no edge. */
function feather(inside: Uint8Array, width: number, height: number): Float32Array {
  const far = FEATHER_PX + 1;
  const distance = Float32Array.from(inside, (value) => (value === 1 ? far : 0));
  const pass = (from: number, step: number) => {
    for (let i = 0, y = from; i < height; i++, y += step) {
      const row = y * width;
      if (i > 0) for (let x = 0; x < width; x++) relax(distance, row + x, row + x - step * width);
      for (let x = 1; x < width; x++) relax(distance, row + x, row + x - 1);
      for (let x = width - 2; x >= 0; x--) relax(distance, row + x, row + x + 1);
    }
  };
  pass(0, 1);
  pass(height - 1, -1);
  return distance.map((d) => {
    const t = Math.min(1, d / FEATHER_PX);
    return t * t * (3 - 2 * t);
  });
}

function relax(distance: Float32Array, at: number, neighbour: number): void {
  const through = distance[neighbour]! + 1;
  if (through < distance[at]!) distance[at] = through;
}
