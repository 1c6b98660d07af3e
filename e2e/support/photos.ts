// Photos for the tests, made of the gallery's composite portraits while the tests run.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Sharp } from "sharp";

import { heicFile, type HeicOptions } from "../../src/photo/testing/heicFile.ts";

/** A file as `setInputFiles` takes it. */
export interface PhotoFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The eight values of EXIF's Orientation tag (Exif 2.32, tag 0x0112). */
export const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

const WALL = { r: 182, g: 178, b: 170 };

/** The composite portrait of a person of the gallery, as it is shipped. */
export function portrait(id: string): PhotoFile {
  const file = new URL(`../../public/gallery/portraits/${id}.webp`, import.meta.url);
  return { name: `${id}.webp`, mimeType: "image/webp", buffer: readFileSync(fileURLToPath(file)) };
}

/** The portrait in front of a plain wall, its face about a third of the frame's height. */
export async function snapshot(id: string, widthPx: number, heightPx: number): Promise<Sharp> {
  const face = await sharp(portrait(id).buffer)
    .resize({ height: Math.round(heightPx * 0.75) })
    .toBuffer();
  const frame = await sharp({
    create: { width: widthPx, height: heightPx, channels: 3, background: WALL },
  })
    .composite([{ input: face, gravity: "south" }])
    .png()
    .toBuffer();
  return sharp(frame);
}

/** A 12-megapixel JPEG, as phones make them. */
export async function largeJpeg(id: string): Promise<PhotoFile> {
  const buffer = await (await snapshot(id, 4000, 3000)).jpeg({ quality: 90 }).toBuffer();
  return { name: "12-megapixels.jpg", mimeType: "image/jpeg", buffer };
}

export async function smallPng(id: string): Promise<PhotoFile> {
  const buffer = await (await snapshot(id, 200, 200)).png().toBuffer();
  return { name: "200-px.png", mimeType: "image/png", buffer };
}

/** A JPEG whose stored pixels are turned, and whose EXIF tag says how to turn them back. */
export async function turnedJpeg(id: string, orientation: Orientation): Promise<PhotoFile> {
  const upright = await (await snapshot(id, 640, 480)).png().toBuffer();
  const stored = await storedFor(orientation, upright);
  const buffer = await sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
  return { name: `orientation-${orientation}.jpg`, mimeType: "image/jpeg", buffer };
}

/** Larger than the engine takes, and turned: what full-resolution photos of phones are. */
export async function oversizedJpeg(id: string): Promise<PhotoFile> {
  const upright = await (await snapshot(id, 4800, 3600)).png().toBuffer();
  const stored = sharp(await storedFor(6, upright)).withMetadata({ orientation: 6 });
  return {
    name: "17-megapixels.jpg",
    mimeType: "image/jpeg",
    buffer: await stored.jpeg({ quality: 90 }).toBuffer(),
  };
}

/** In the wider colours that iPhones and many Android phones save. */
export async function displayP3Jpeg(id: string): Promise<PhotoFile> {
  const image = (await snapshot(id, 640, 480)).withIccProfile("p3");
  const buffer = await image.jpeg({ quality: 90 }).toBuffer();
  return { name: "display-p3.jpg", mimeType: "image/jpeg", buffer };
}

/** A HEIC as iPhones store it, turned a quarter: the container and EXIF both say how to turn it back. */
export async function turnedHeic(id: string): Promise<PhotoFile> {
  const stored = await (await snapshot(id, 640, 480)).rotate(90).toBuffer();
  return heicPhoto(sharp(stored), { quarterTurns: 1, exifOrientation: 8 });
}

/** Both sides of the image are multiples of 16 px. */
export async function heicPhoto(image: Sharp, options: HeicOptions = {}): Promise<PhotoFile> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const picture = { width: info.width, height: info.height, data };
  // No type, as systems give that do not know HEIC.
  return { name: "IMG_0001.HEIC", mimeType: "", buffer: Buffer.from(heicFile(picture, options)) };
}

export async function avif(id: string): Promise<PhotoFile> {
  const buffer = await (await snapshot(id, 640, 480)).avif({ quality: 70 }).toBuffer();
  return { name: "visitor.avif", mimeType: "image/avif", buffer };
}

export async function gif(id: string): Promise<PhotoFile> {
  const buffer = await (await snapshot(id, 640, 480)).gif().toBuffer();
  return { name: "visitor.gif", mimeType: "image/gif", buffer };
}

/** A face of which hardly more than light and shade is left. */
export async function blurredPhoto(id: string): Promise<PhotoFile> {
  const buffer = await (await snapshot(id, 640, 480)).blur(5).jpeg().toBuffer();
  return { name: "blurred.jpg", mimeType: "image/jpeg", buffer };
}

/** Several visitors side by side, left to right. */
export async function groupPhoto(ids: readonly string[]): Promise<PhotoFile> {
  const tile = { widthPx: 360, heightPx: 480 };
  const tiles = await Promise.all(
    ids.map(async (id) => (await snapshot(id, tile.widthPx, tile.heightPx)).png().toBuffer()),
  );
  const buffer = await sharp({
    create: {
      width: tile.widthPx * ids.length,
      height: tile.heightPx,
      channels: 3,
      background: WALL,
    },
  })
    .composite(tiles.map((input, i) => ({ input, left: i * tile.widthPx, top: 0 })))
    .jpeg({ quality: 92 })
    .toBuffer();
  return { name: "group.jpg", mimeType: "image/jpeg", buffer };
}

/** What a camera must have stored so that the tag's turn shows `upright`. */
async function storedFor(orientation: Orientation, upright: Buffer): Promise<Buffer> {
  const image = sharp(upright);
  switch (orientation) {
    case 1:
      return upright;
    case 2:
      return image.flop().toBuffer();
    case 3:
      return image.rotate(180).toBuffer();
    case 4:
      return image.flip().toBuffer();
    case 5:
      return sharp(await image.rotate(90).toBuffer())
        .flop()
        .toBuffer();
    case 6:
      return image.rotate(270).toBuffer();
    case 7:
      return sharp(await image.rotate(90).toBuffer())
        .flip()
        .toBuffer();
    case 8:
      return image.rotate(90).toBuffer();
  }
}
