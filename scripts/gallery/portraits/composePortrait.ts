/** All chosen photos of one person to one picture of nobody's photo. */
import { LANDMARK_COUNT, type Landmarks } from "../../../src/face/geometry.ts";
import type { WarpMap } from "../../../src/face/piecewiseAffine.ts";
import { PORTRAIT } from "../../../src/face/portraitFrame.ts";
import type { RgbaImage } from "../../../src/face/rgbaImage.ts";
import { trimmedMean } from "./blend.ts";
import { evenLight } from "./evenLight.ts";
import { faceMesh } from "./faceMesh.ts";
import { fillGaps } from "./fill.ts";
import { drawLayer, layerMaps } from "./layer.ts";
import { meanShape } from "./meanShape.ts";
import { restoreDetail } from "./restoreDetail.ts";
import { softenSurroundings } from "./softenSurroundings.ts";

export interface PortraitPhoto {
  readonly landmarks: Landmarks;
  /** How much it counts; > 0. */
  readonly weight: number;
  readonly load: () => Promise<RgbaImage>;
}

export interface Portrait {
  readonly image: RgbaImage;
  /** In px of the image. */
  readonly shape: Landmarks;
}

/** Coverage from which a pixel is believed a little, and wholly. By eye. */
const BELIEVED = { from: 0.12, wholly: 0.45 } as const;

/** @param photos at least one */
export async function composePortrait(photos: readonly PortraitPhoto[]): Promise<Portrait> {
  const shape = meanShape(photos.map((photo) => photo.landmarks));
  const maps = layerMaps(faceMesh(shape));
  const layers = [];
  for (const { load, landmarks, weight } of photos)
    layers.push(await drawLayer(maps, await load(), landmarks, weight));
  const face = facePixels(maps.plain);
  const lit = evenLight(layers, face);
  const blend = trimmedMean(lit);
  const crisp = { ...blend, colours: restoreDetail(blend.colours, lit, face) };
  return { image: toImage(crisp.coverage, softenSurroundings(crisp, face)), shape };
}

/** 1 where all three corners of a pixel's triangle are landmarks. */
function facePixels({ corners, width, height }: WarpMap): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) =>
    corners.subarray(i * 3, i * 3 + 3).every((corner) => corner < LANDMARK_COUNT) ? 1 : 0,
  );
}

function toImage(coverage: Float32Array, colours: Float32Array): RgbaImage {
  const { width, height } = PORTRAIT;
  const belief = coverage.map((share) =>
    Math.min(1, Math.max(0, (share - BELIEVED.from) / (BELIEVED.wholly - BELIEVED.from))),
  );
  const filled = fillGaps({ width, height, colours, belief });
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) data[i * 4 + c] = filled[i * 3 + c]!;
  return { width, height, data };
}
