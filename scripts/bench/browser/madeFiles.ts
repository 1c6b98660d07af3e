/** What the pages are given, made while the benchmark runs: no photograph of anybody is kept in the repository. */
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Sharp } from "sharp";

import { readGallery, SHIPPED_GALLERY } from "../../gallery/readGallery.ts";
import { PROJECT_ROOT } from "../../projectRoot.ts";

export const PHOTO_NAMES = ["portrait", "selfie", "group", "nobody"] as const;
export type PhotoName = (typeof PHOTO_NAMES)[number];

export interface Photo {
  readonly path: string;
  /** As the table calls it. */
  readonly title: string;
  /** How many there are to be found. */
  readonly faces: number;
}

/** Served to the peers. */
export const MADE_FOLDER = join(PROJECT_ROOT, ".cache", "bench", "made");
const PHOTO_FOLDER = join(PROJECT_ROOT, ".cache", "bench", "photos");

/** A composite portrait of the gallery: it belongs to no single photo. */
const SITTER = "keira-knightley";
/** Of a plastered wall in daylight. */
const WALL = { r: 182, g: 178, b: 170 };
/** As much as a phone's sensor leaves in dim light. */
const NOISE_SIGMA = 40;

/** Makes the photos and the prototypes that the peers choose the nearest of. */
export async function makeFiles(): Promise<Readonly<Record<PhotoName, Photo>>> {
  await mkdir(PHOTO_FOLDER, { recursive: true });
  await mkdir(MADE_FOLDER, { recursive: true });
  await writePrototypes();
  return {
    portrait: {
      path: await writeJpeg("portrait", await sitting(3000, 4000, 0.55)),
      title: "12-megapixel portrait",
      faces: 1,
    },
    selfie: {
      path: await writeJpeg("selfie", await sitting(480, 640, 0.75)),
      title: "640-pixel selfie",
      faces: 1,
    },
    group: { path: groupOfFive(), title: "group of five", faces: 5 },
    nobody: {
      path: await writeJpeg("nobody", await wall(1600, 1200)),
      title: "nobody",
      faces: 0,
    },
  };
}

/** The composite before a wall, as high as `share` of the picture. */
async function sitting(widthPx: number, heightPx: number, share: number): Promise<Sharp> {
  const face = await sharp(join(SHIPPED_GALLERY, "portraits", `${SITTER}.webp`))
    .resize({ height: Math.round(heightPx * share), kernel: "cubic" })
    .toBuffer();
  const picture = await wall(widthPx, heightPx);
  return sharp(
    await picture
      .composite([{ input: face, gravity: "south" }])
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
}

/** Plaster: noise of two sizes. Flat colour would make the JPEG, and its decoding, lighter than a photo's. */
async function wall(widthPx: number, heightPx: number): Promise<Sharp> {
  const coarse = await sharp(noise(Math.ceil(widthPx / 16), Math.ceil(heightPx / 16)))
    .resize(widthPx, heightPx, { kernel: "cubic" })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const fine = await sharp(noise(widthPx, heightPx)).png({ compressionLevel: 1 }).toBuffer();
  const canvas = { width: widthPx, height: heightPx, channels: 3 as const, background: WALL };
  const picture = await sharp({ create: canvas })
    .composite([
      { input: coarse, blend: "soft-light" },
      { input: fine, blend: "soft-light" },
    ])
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(picture);
}

function noise(width: number, height: number) {
  const kind = { type: "gaussian" as const, mean: 128, sigma: NOISE_SIGMA };
  return { create: { width, height, channels: 3 as const, background: "black", noise: kind } };
}

async function writeJpeg(name: PhotoName, picture: Sharp): Promise<string> {
  const path = join(PHOTO_FOLDER, `${name}.jpg`);
  await picture.jpeg({ quality: 92 }).toFile(path);
  return path;
}

/** Comes with the package of the weights. */
function groupOfFive(): string {
  const require = createRequire(join(PROJECT_ROOT, "package.json"));
  const faceApi = dirname(require.resolve("@vladmandic/face-api/package.json"));
  return join(faceApi, "demo", "sample5.jpg");
}

async function writePrototypes(): Promise<void> {
  const { people } = (await readGallery()).gallery;
  const rows = people.map(({ prototype }) =>
    Buffer.from(prototype.buffer, prototype.byteOffset, prototype.byteLength),
  );
  await writeFile(join(MADE_FOLDER, "prototypes.bin"), Buffer.concat(rows));
}
