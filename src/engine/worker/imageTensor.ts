import { tensor3d, type Tensor3D } from "@tensorflow/tfjs-core";

import type { RgbaImage, RgbPixels } from "../../face/rgbaImage.ts";

/**
 * The picture as a tensor of shape [height, width, 3], float32, 0–255.
 * The caller disposes it.
 */
export function toTensor(picture: RgbaImage | RgbPixels): Tensor3D {
  const { width, height, data } = picture;
  if (data instanceof Float32Array) return tensor3d(data, [height, width, 3]);
  const values = new Float32Array(width * height * 3);
  for (let from = 0, to = 0; to < values.length; from += 4) {
    values[to++] = data[from]!;
    values[to++] = data[from + 1]!;
    values[to++] = data[from + 2]!;
  }
  return tensor3d(values, [height, width, 3]);
}
