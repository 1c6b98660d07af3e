import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";

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

it("says when a file cannot be read", async () => {
  expect(await decodePhotoFile("/nowhere/at all.jpg")).toMatchObject({
    error: { kind: "unreadable" },
  });
});

async function pixels(bytes: Buffer) {
  const decoded = await decodePhoto(bytes);
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
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
