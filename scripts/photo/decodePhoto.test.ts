import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it, vi } from "vitest";

import { seededRandom } from "../../src/shared/random.ts";
import type { Failure, Result } from "../../src/shared/result.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { decodeHeic } from "./decodeHeic.ts";
import { decodePhoto, decodePhotoFile, MAX_SIDE_PX } from "./decodePhoto.ts";

describe("decodePhoto", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("turns EXIF orientation %i upright", async (orientation) => {
    const decoded = await pixels(await storedAs(orientation));
    expect([decoded.width, decoded.height]).toEqual([40, 60]);
    expect(reddest(decoded)).toEqual("top left");
  });

  it("reads 16 bit, grey, CMYK and palettes as 8-bit sRGB", async () => {
    const grey = sharp({ create: { width: 8, height: 8, channels: 3, background: "#808080" } });
    for (const file of [
      await grey.clone().toColourspace("rgb16").png().toBuffer(),
      await grey.clone().toColourspace("b-w").png().toBuffer(),
      await grey.clone().png({ palette: true }).toBuffer(),
      await grey.clone().toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer(),
    ]) {
      const { data } = await pixels(file);
      expect(data).toHaveLength(8 * 8 * 4);
      expect(Math.abs(data[0]! - 128)).toBeLessThan(16);
      expect(data[3]).toBe(255);
    }
  });

  it("lays what is transparent on white", async () => {
    const clear = await sharp({
      create: { width: 2, height: 2, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png()
      .toBuffer();
    expect([...(await pixels(clear)).data.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  });

  it("takes the first frame of an animation", async () => {
    const frames = await Promise.all([colour("#ff0000"), colour("#0000ff")]);
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const decoded = await pixels(gif);
    expect([decoded.width, decoded.height]).toEqual([8, 8]);
    expect(decoded.data[0]).toBeGreaterThan(200);
  });

  it("shrinks to the longest side that the engine takes", async () => {
    const wide = sharp({ create: { width: 5000, height: 50, channels: 3, background: "#123" } });
    const decoded = await pixels(await wide.png().toBuffer());
    expect(decoded.width).toBe(MAX_SIDE_PX);
  });

  it.each([
    ["an empty file", Buffer.alloc(0), "notAnImage"],
    ["a text", Buffer.from("no picture, only words"), "notAnImage"],
    ["an SVG", svg(), "unsupportedImage"],
    ["an SVG that draws nothing", Buffer.from("<svg/>"), "unsupportedImage"],
    ["a PDF", Buffer.from("%PDF-1.7 and so on"), "unsupportedImage"],
    ["a JPEG that is only a header", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "damagedImage"],
    ["a HEIC file that is only a header", heic(0), "damagedImage"],
    ["a HEIC file of rubbish", heic(4000), "damagedImage"],
    ["a film", isoMedia("mp42", 4000), "notAnImage"],
    ["a Photoshop file", Buffer.from("8BPS and so on"), "unsupportedImage"],
  ])("refuses %s", async (_, bytes, kind) => {
    expect(await decodePhoto(bytes)).toMatchObject({ ok: false, error: { kind } });
  });

  it("refuses a photo cut short", async () => {
    const whole = await sharp(await noise())
      .jpeg()
      .toBuffer();
    const cut = whole.subarray(0, whole.length / 2);
    expect(await decodePhoto(cut)).toMatchObject({ ok: false, error: { kind: "damagedImage" } });
  });

  it("refuses a decompression bomb by its header", async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: "#000" },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await decodePhoto(bomb)).toMatchObject({ error: { kind: "imageTooLarge" } });
  });
});

/** What each must come to: its size in pixels, or why not. */
const HARD_FILES: Readonly<Record<string, readonly [number, number] | string>> = {
  "4.webp": [1024, 772],
  "65536-uint32-limit.png": "imageTooLarge",
  "Channel_digital_image_CMYK_color.jpg": [500, 333],
  "Channel_digital_image_CMYK_color_no_profile.jpg": [500, 333],
  "animated-loop-3.gif": [370, 285],
  "corrupt-header.jpg": "damagedImage",
  "example.avif": [800, 533],
  "example.heic": [1280, 854],
  "giant-image.jpg": "imageTooLarge",
  "rotating-squares.gif": [80, 80],
  "rotating-squares.webp": [80, 80],
  "sdr_cosmos12920_cicp1-13-6_yuv444_full_qp10.avif": [2048, 858],
  "truncated.jpg": "damagedImage",
  "truncated.png": "damagedImage",
  "uncompressed_tiff.tiff": [246, 345],
};
const HARD_DIR = join(PROJECT_ROOT, "..", "shared", "hard");

describe.skipIf(!existsSync(HARD_DIR))(
  "hard files (skipped where ../shared/hard is absent)",
  () => {
    it.each(Object.entries(HARD_FILES))("%s", async (name, wanted) => {
      const decoded = await decodePhotoFile(join(HARD_DIR, name));
      expect(decoded.ok ? [decoded.value.width, decoded.value.height] : decoded.error.kind).toEqual(
        wanted,
      );
    });

    it("has no file that is not listed", async () => {
      expect((await readdir(HARD_DIR)).sort()).toEqual(Object.keys(HARD_FILES).sort());
    });

    it("refuses a HEIC file cut short, without a word on stdout", async () => {
      const bytes = await readFile(join(HARD_DIR, "example.heic"));
      const log = vi.spyOn(console, "log");
      const error = vi.spyOn(console, "error").mockReturnValue();
      const { error: found } = failureOf(await decodePhoto(bytes.subarray(0, bytes.length / 4)));
      expect(found.kind).toBe("damagedImage");
      expect(error).toHaveBeenCalled();
      expect(log).not.toHaveBeenCalled();
      vi.restoreAllMocks();
    });

    it("refuses a HEIC file that is larger than asked for before it decodes it", async () => {
      const bytes = await readFile(join(HARD_DIR, "example.heic"));
      expect(failureOf(await decodeHeic(bytes, 1000)).error.kind).toBe("imageTooLarge");
    });
  },
);

async function pixels(bytes: Buffer) {
  const decoded = await decodePhoto(bytes);
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
}

/** Not by comparing the whole result: a difference of megabytes takes long to print. */
function failureOf<T, E extends Failure>(result: Result<T, E>) {
  if (result.ok) throw new Error("It was decoded.");
  return result;
}

/** 40 × 60 px once upright, red in its top left quarter and grey elsewhere. */
async function storedAs(orientation: number): Promise<Buffer> {
  const red = { create: { width: 20, height: 30, channels: 3, background: "#f00" } } as const;
  const upright = await sharp({
    create: { width: 40, height: 60, channels: 3, background: "#888" },
  })
    .composite([{ input: red, left: 0, top: 0 }])
    .png()
    .toBuffer();
  // What undoes orientation n, so that a viewer who obeys n sees the upright picture.
  const undo: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(-90).flop(),
    6: (image) => image.rotate(-90),
    7: (image) => image.rotate(90).flop(),
    8: (image) => image.rotate(90),
  };
  const stored = await undo[orientation]!(sharp(upright)).png().toBuffer();
  return sharp(stored).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
}

function reddest({
  width,
  height,
  data,
}: {
  width: number;
  height: number;
  data: ArrayLike<number>;
}) {
  const isRed = (x: number, y: number) => data[(y * width + x) * 4 + 1]! < 60;
  const [left, top] = [Math.round(width / 4), Math.round(height / 4)];
  if (isRed(left, top)) return "top left";
  if (isRed(width - left, top)) return "top right";
  return isRed(left, height - top) ? "bottom left" : "bottom right";
}

function colour(background: string): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

function svg(): Buffer {
  return Buffer.from(
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  );
}

/** As a HEIC file begins, then rubbish. */
function heic(rubbish: number): Buffer {
  return isoMedia("heic", rubbish);
}

/** Source: ISO/IEC 14496-12 §4.3: size, "ftyp", major brand, minor version, compatible brand. */
function isoMedia(brand: string, rubbish: number): Buffer {
  const random = seededRandom(7);
  return Buffer.concat([
    Buffer.from([0, 0, 0, 20]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}`, "latin1"),
    Buffer.from(Array.from({ length: rubbish }, () => Math.floor(random() * 256))),
  ]);
}

function noise(): Promise<Buffer> {
  return sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: "#777",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
}
