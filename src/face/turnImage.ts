import type { PixelBox } from "./geometry.ts";
import type { RgbaImage } from "./rgbaImage.ts";

/** How many quarter turns clockwise. */
export type QuarterTurn = 0 | 1 | 2 | 3;

/** The image turned clockwise; the same object for no turn. */
export function turned(image: RgbaImage, turns: QuarterTurn): RgbaImage {
  if (turns === 0) return image;
  const swaps = turns % 2 === 1;
  const width = swaps ? image.height : image.width;
  const height = swaps ? image.width : image.height;
  const data = new Uint8ClampedArray(image.data.length);
  const source = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const target = new Uint32Array(data.buffer);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [sx, sy] = sourceOf(x, y, turns, image);
      target[at] = source[sy * image.width + sx]!;
    }
  return { width, height, data };
}

function sourceOf(x: number, y: number, turns: QuarterTurn, image: RgbaImage): [number, number] {
  if (turns === 1) return [y, image.height - 1 - x];
  if (turns === 2) return [image.width - 1 - x, image.height - 1 - y];
  return [image.width - 1 - y, x];
}

/** Where a box of the turned image lies in the image before the turn. */
export function turnedBack(
  { x, y, width, height }: PixelBox,
  turns: QuarterTurn,
  view: { readonly width: number; readonly height: number },
): PixelBox {
  switch (turns) {
    case 0:
      return { x, y, width, height };
    case 1:
      return { x: y, y: view.width - x - width, width: height, height: width };
    case 2:
      return { x: view.width - x - width, y: view.height - y - height, width, height };
    case 3:
      return { x: view.height - y - height, y: x, width: height, height: width };
  }
}

/** The image with half its width and height added on each side by reflection. */
export function padMirrored(image: RgbaImage): {
  readonly image: RgbaImage;
  readonly left: number;
  readonly top: number;
} {
  const left = Math.floor(image.width / 2);
  const top = Math.floor(image.height / 2);
  const width = image.width + 2 * left;
  const height = image.height + 2 * top;
  const data = new Uint8ClampedArray(width * height * 4);
  const source = new Uint32Array(
    image.data.buffer,
    image.data.byteOffset,
    image.width * image.height,
  );
  const target = new Uint32Array(data.buffer);
  for (let y = 0, at = 0; y < height; y++) {
    const row = reflected(y - top, image.height) * image.width;
    for (let x = 0; x < width; x++, at++)
      target[at] = source[row + reflected(x - left, image.width)]!;
  }
  return { image: { width, height, data }, left, top };
}

/** 0 … length−1 and back, the edge pixel twice. */
function reflected(i: number, length: number): number {
  if (i < 0) return -1 - i;
  return i < length ? i : 2 * length - 1 - i;
}
