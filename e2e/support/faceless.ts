// Pictures with nobody in them, computed: the same bytes on every machine.
import sharp from "sharp";

import type { PhotoFile } from "./photos.ts";

type Rgb = readonly [number, number, number];
type Painter = (x: number, y: number) => Rgb;

const WIDTH_PX = 640;
const HEIGHT_PX = 480;

/** Name and painter of each picture; every channel in [0, 255]. */
const PAINTERS: Readonly<Record<string, Painter>> = {
  "plain grey": () => [128, 128, 128],
  black: () => [0, 0, 0],
  white: () => [255, 255, 255],
  "skin-coloured wall": () => [224, 172, 140],
  "linear gradient": (x, y) => [(255 * x) / WIDTH_PX, (255 * y) / HEIGHT_PX, 128],
  "round gradient": (x, y) => {
    const distance = Math.hypot(x - WIDTH_PX / 2, y - HEIGHT_PX / 2) / 400;
    return [240 - 200 * distance, 190 - 160 * distance, 160 - 130 * distance];
  },
  chequers: (x, y) =>
    (Math.floor(x / 32) + Math.floor(y / 32)) % 2 === 0 ? [20, 20, 20] : [235, 235, 235],
  stripes: (x) => (Math.floor(x / 12) % 2 === 0 ? [200, 60, 60] : [240, 230, 210]),
  bricks: (x, y) => {
    const row = Math.floor(y / 40);
    const isJoint = y % 40 < 4 || (x + (row % 2) * 40) % 80 < 4;
    return isJoint ? [200, 195, 185] : [150 + (row % 3) * 10, 70, 55];
  },
  noise: (x, y) => {
    const value = noise(x, y);
    return [value, noise(x + 7919, y), noise(x, y + 104729)];
  },
  clouds: (x, y) => {
    const value = 90 + (smooth(x / 90, y / 90) + smooth(x / 30, y / 30) / 2) * 0.6;
    return [value, value, Math.min(255, value + 30)];
  },
};

export const FACELESS = Object.keys(PAINTERS);

export async function facelessPhoto(name: string): Promise<PhotoFile> {
  const painter = PAINTERS[name];
  if (painter === undefined) throw new Error(`No painter called ${name}`);
  const pixels = new Uint8ClampedArray(WIDTH_PX * HEIGHT_PX * 3);
  for (let y = 0; y < HEIGHT_PX; y++)
    for (let x = 0; x < WIDTH_PX; x++) pixels.set(painter(x, y), (y * WIDTH_PX + x) * 3);
  const buffer = await sharp(pixels, { raw: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3 } })
    .png()
    .toBuffer();
  return { name: `${name}.png`, mimeType: "image/png", buffer };
}

/** White noise in [0, 255]: an integer hash of the place. */
function noise(x: number, y: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & 0xff;
}

/** Noise on the whole numbers, interpolated between them. */
function smooth(x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const mix = (a: number, b: number, t: number) => a + (b - a) * t;
  return mix(
    mix(noise(left, top), noise(left + 1, top), x - left),
    mix(noise(left, top + 1), noise(left + 1, top + 1), x - left),
    y - top,
  );
}
