import { FaceLandmarks68, Point } from "@vladmandic/face-api";

import { descriptorOf, recognise } from "../../src/engine/worker/describeChips.ts";
import type { Networks } from "../../src/engine/worker/networks.ts";
import { CHIP_SIDE_PX } from "../../src/face/alignChip.ts";
import type { Descriptor } from "../../src/face/descriptor.ts";
import type { Landmarks } from "../../src/face/geometry.ts";
import type { RgbaImage, RgbPixels } from "../../src/face/rgbaImage.ts";
import { toNetInput, toTensor } from "./stockNetworks.ts";

/**
 * The descriptor as the stock pipeline makes it: face-api's own upright crop
 * around the landmarks, not rotated and not mirrored. For the ablation figure.
 */
export async function describeStockCrop(
  networks: Networks,
  photo: RgbaImage,
  landmarks: Landmarks,
): Promise<Descriptor> {
  const { width, height } = photo;
  const relative = landmarks.map(({ x, y }) => new Point(x / width, y / height));
  const box = new FaceLandmarks68(relative, { width, height })
    .align()
    .clipAtImageBorders(width, height);
  const [descriptor] = await recognise(networks, [await inSquare(cut(photo, box))]);
  return descriptorOf(descriptor!);
}

/** Padded to a square and stretched to the recogniser's input, as face-api does it. */
async function inSquare(picture: RgbPixels): Promise<RgbPixels> {
  const pixels = toTensor(picture);
  const square = toNetInput([pixels]).toBatchTensor(CHIP_SIDE_PX, true);
  const data = (await square.data()) as Float32Array;
  square.dispose();
  pixels.dispose();
  return { width: CHIP_SIDE_PX, height: CHIP_SIDE_PX, data };
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @param rect whole px inside the photo */
function cut(photo: RgbaImage, rect: Rect): RgbPixels {
  const [left, top] = [Math.floor(rect.x), Math.floor(rect.y)];
  const [width, height] = [Math.floor(rect.width), Math.floor(rect.height)];
  const data = new Float32Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        data[at++] = photo.data[((top + y) * photo.width + left + x) * 4 + c]!;
  return { width, height, data };
}
