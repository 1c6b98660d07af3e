/** Which pixels of a photo are photo. */
import type { RgbaImage } from "../../../src/face/rgbaImage.ts";

/** JPEG leaves a margin of pure black a few grey levels off. */
const BLACK = 8;

/**
 * Marks the black margins that turning a photo upright leaves (LFW's corners):
 * black pixels joined to the photo's edge by black pixels.
 *
 * @returns white where the photo is, black on the margins; size of the photo
 */
export function photoMask({ width, height, data }: RgbaImage): RgbaImage {
  const mask = new Uint8ClampedArray(data.length).fill(255);
  const isBlack = (at: number) =>
    data[at * 4]! <= BLACK && data[at * 4 + 1]! <= BLACK && data[at * 4 + 2]! <= BLACK;
  const open: number[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const at = y * width + x;
    if (mask[at * 4] === 0 || !isBlack(at)) return;
    mask.fill(0, at * 4, at * 4 + 3);
    open.push(at);
  };
  for (let x = 0; x < width; x++) {
    visit(x, 0);
    visit(x, height - 1);
  }
  for (let y = 0; y < height; y++) {
    visit(0, y);
    visit(width - 1, y);
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  return { width, height, data: mask };
}
