import type { Sharp } from "sharp";

/**
 * Frames for Chromium's `--use-file-for-fake-video-capture`.
 *
 * YUV4MPEG2 with 4:2:0 chroma, the numbers of ITU-R BT.601 in studio range.
 * Source of the container: https://wiki.multimedia.cx/index.php/YUV4MPEG2
 *
 * @param image width and height even
 */
export async function encodeY4m(
  image: Sharp,
  { frames, framesPerSecond }: { readonly frames: number; readonly framesPerSecond: number },
): Promise<Buffer> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const header = `YUV4MPEG2 W${info.width} H${info.height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  const frame = Buffer.concat([Buffer.from("FRAME\n"), toYuv420(data, info.width, info.height)]);
  return Buffer.concat([Buffer.from(header), ...Array.from({ length: frames }, () => frame)]);
}

/** Planar Y, U, V; one chroma sample for each 2x2 pixels, their mean. */
function toYuv420(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const yuv = new Uint8ClampedArray((width * height * 3) / 2);
  const uStart = width * height;
  const vStart = uStart + (width * height) / 4;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [r, g, b] = pixelAt(rgb, y * width + x);
      yuv[y * width + x] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
    }
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      const first = y * width + x;
      const [r, g, b] = meanOf([first, first + 1, first + width, first + width + 1], rgb);
      const chroma = ((y / 2) * width) / 2 + x / 2;
      yuv[uStart + chroma] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      yuv[vStart + chroma] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  return new Uint8Array(yuv.buffer);
}

type Rgb = readonly [number, number, number];

function pixelAt(rgb: Uint8Array, index: number): Rgb {
  return [rgb[index * 3]!, rgb[index * 3 + 1]!, rgb[index * 3 + 2]!];
}

function meanOf(indices: readonly number[], rgb: Uint8Array): Rgb {
  const channel = (c: number) =>
    indices.reduce((sum, index) => sum + rgb[index * 3 + c]!, 0) / indices.length;
  return [channel(0), channel(1), channel(2)];
}
