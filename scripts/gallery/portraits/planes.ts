/** Single-valued pictures of the portrait's size. */
import { PORTRAIT } from "../../../src/face/portraitFrame.ts";

/** Shape [size] of colours [size, 3]. Source: Rec. 601. */
export function lumaOf(colours: Float32Array): Float32Array {
  return Float32Array.from(
    { length: colours.length / 3 },
    (_, i) => 0.299 * colours[i * 3]! + 0.587 * colours[i * 3 + 1]! + 0.114 * colours[i * 3 + 2]!,
  );
}

/** Gaussian blur of a plane of the portrait's size; edges repeated. */
export function blurred(plane: Float32Array, sigma: number): Float32Array {
  const { width, height } = PORTRAIT;
  const kernel = gaussian(sigma);
  const across = convolved(plane, kernel, width, height, 1);
  return convolved(across, kernel, width, height, width);
}

/** Along rows (`stride` 1) or columns (`stride` width). */
function convolved(
  plane: Float32Array,
  kernel: Float32Array,
  width: number,
  height: number,
  stride: number,
): Float32Array {
  const reach = kernel.length >> 1;
  const result = new Float32Array(plane.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const place = stride === 1 ? x : y;
      const last = (stride === 1 ? width : height) - 1;
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const to = place + k < 0 ? 0 : place + k > last ? last : place + k;
        sum += kernel[k + reach]! * plane[at + (to - place) * stride]!;
      }
      result[at] = sum;
    }
  return result;
}

function gaussian(sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 3);
  const values = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const total = values.reduce((sum, value) => sum + value, 0);
  return Float32Array.from(values, (value) => value / total);
}
