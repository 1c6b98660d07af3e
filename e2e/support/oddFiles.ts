// Files that are images, though not what a camera gives; and some that only seem to be. Made while the tests run.
import { crc32 } from "node:zlib";
import sharp from "sharp";

import { heicFile } from "../../src/photo/testing/heicFile.ts";

/** Of every picture below: a skin-like colour that no decoder gives by default. */
export const COLOUR = [200, 150, 120] as const;
const [WIDTH_PX, HEIGHT_PX] = [64, 32];

function plain(width = WIDTH_PX, height = HEIGHT_PX, alpha = 1) {
  const [r, g, b] = COLOUR;
  const create = { width, height, channels: 4, background: { r, g, b, alpha } } as const;
  return sharp({ create });
}

/** What every browser opens: name and content, 64 × 32 px unless its name says another size. */
export async function openable(): Promise<Readonly<Record<string, Buffer>>> {
  return {
    "a CMYK JPEG": await plain().removeAlpha().toColourspace("cmyk").jpeg().toBuffer(),
    "a grey JPEG": await plain().removeAlpha().greyscale().jpeg().toBuffer(),
    "a progressive JPEG": await plain().jpeg({ progressive: true }).toBuffer(),
    "a 16-bit PNG": await plain().toColourspace("rgb16").png().toBuffer(),
    "a palette PNG": await plain().png({ palette: true }).toBuffer(),
    "an interlaced PNG": await plain().png({ progressive: true }).toBuffer(),
    "an APNG": animatedPng(await plain().png().toBuffer()),
    "an animated GIF": await animation()
      .gif({ delay: [50, 50] })
      .toBuffer(),
    "an animated WebP": await animation()
      .webp({ lossless: true, delay: [50, 50] })
      .toBuffer(),
    "a lossless WebP": await plain().webp({ lossless: true }).toBuffer(),
    "an AVIF": await plain().avif({ effort: 0 }).toBuffer(),
    "a HEIC": heic(),
    "a BMP": bmp(WIDTH_PX, HEIGHT_PX, flat(WIDTH_PX, HEIGHT_PX)),
    "an icon": icon(await plain(64, 32).png().toBuffer()),
  };
}

/** Name, content, and the kinds of problem that it may end in. */
export async function refused(): Promise<Readonly<Record<string, readonly [Buffer, ...string[]]>>> {
  const png = await plain().png().toBuffer();
  const text = (words: string) => Buffer.from(words, "latin1");
  return {
    "zero bytes": [Buffer.alloc(0), "notAnImage"],
    "a PDF named .jpg": [text("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n"), "notAnImage"],
    "a ZIP named .jpg": [text(`PK\x03\x04\x14${"\0".repeat(40)}`), "notAnImage"],
    "a film": [text("\0\0\0\x18ftypmp42\0\0\0\0mp42isom"), "notAnImage"],
    "an SVG with a script": [
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("/")</script></svg>'),
      "unsupportedImage",
    ],
    "a TIFF": [await plain().tiff().toBuffer(), "unsupportedImage"],
    "a PNG of 65535 x 65535": [withPngSize(png, 65_535, 65_535), "imageTooLarge"],
    "a PNG that says 9000 x 9000 and is not": [withPngSize(png, 9000, 9000), "damagedImage"],
    "a PNG of no size": [withPngSize(png, 0, 0), "damagedImage"],
    "a JPEG of 65535 x 65535": [
      withJpegSize(await plain().jpeg().toBuffer(), 65_535, 65_535),
      "imageTooLarge",
    ],
    "a GIF of 65535 x 65535": [
      patched(await plain().gif().toBuffer(), 6, [255, 255, 255, 255]),
      "imageTooLarge",
    ],
    "a BMP of 65535 x 65535": [
      patched(bmp(2, 2, flat(2, 2)), 18, [255, 255, 0, 0, 255, 255, 0, 0]),
      "imageTooLarge",
    ],
    "a HEIC of 20000 x 20000": [heic({ width: 20_000, height: 20_000 }), "imageTooLarge"],
    "an AVIF of 65535 x 65535": [
      withAvifSize(await plain().avif({ effort: 0 }).toBuffer(), 65_535),
      "imageTooLarge",
    ],
    "an icon without pictures": [Buffer.from([0, 0, 1, 0, 0, 0]), "damagedImage"],
  };
}

/** As large as the app opens: 100 megapixels. */
export async function huge(format: "jpeg" | "png"): Promise<Buffer> {
  const image = plain(10_000, 10_000).removeAlpha();
  return format === "jpeg"
    ? image.jpeg({ quality: 50 }).toBuffer()
    : image.png({ compressionLevel: 1 }).toBuffer();
}

export async function thread(): Promise<Buffer> {
  return plain(1, 10_000).png().toBuffer();
}

export async function transparent(): Promise<Buffer> {
  return plain(WIDTH_PX, HEIGHT_PX, 0).png().toBuffer();
}

/** Something to look at in every part, so that a cut or a flip has something to spoil. */
export async function noisy(): Promise<Readonly<Record<string, Buffer>>> {
  const [width, height] = [96, 96];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * i * 31 + i) % 256);
  const image = sharp(data, { raw: { width, height, channels: 3 } }).blur(2);
  const pixels = new Uint8Array(await image.clone().raw().toBuffer());
  return {
    jpeg: await image.clone().jpeg().toBuffer(),
    "progressive jpeg": await image.clone().jpeg({ progressive: true }).toBuffer(),
    png: await image.clone().png().toBuffer(),
    webp: await image.clone().webp().toBuffer(),
    gif: await image.clone().gif().toBuffer(),
    avif: await image.clone().avif({ effort: 0 }).toBuffer(),
    bmp: bmp(width, height, pixels),
    // Opened by a decoder of our own.
    heic: Buffer.from(heicFile({ width, height, data: pixels })),
  };
}

function heic(claimedSize?: { readonly width: number; readonly height: number }): Buffer {
  const picture = { width: WIDTH_PX, height: HEIGHT_PX, data: flat(WIDTH_PX, HEIGHT_PX) };
  return Buffer.from(heicFile(picture, claimedSize ? { claimedSize } : {}));
}

/** Red, green and blue of each pixel. */
function flat(width: number, height: number): Uint8Array {
  return new Uint8Array(width * height * 3).map((_, i) => COLOUR[i % 3]!);
}

/** Two frames, the second black. */
function animation() {
  const black = { create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 4, background: "#000" } };
  const [r, g, b] = COLOUR;
  const first = { create: { ...black.create, background: { r, g, b, alpha: 1 } } };
  return sharp([first, black] as never, { join: { animated: true } });
}

/** Source: W3C PNG (third edition), §11.3.6: acTL and one fcTL before IDAT, a second, black frame behind it. */
function animatedPng(png: Buffer): Buffer {
  const dataStart = png.indexOf("IDAT") - 4;
  const control = chunk("acTL", uint32(2, 0));
  const frame = (sequence: number) =>
    chunk("fcTL", [...uint32(sequence, WIDTH_PX, HEIGHT_PX, 0, 0), 0, 1, 0, 10, 0, 0]);
  const end = png.indexOf("IEND") - 4;
  const data = png.subarray(dataStart + 8, end - 4);
  return Buffer.concat([
    png.subarray(0, dataStart),
    control,
    frame(0),
    png.subarray(dataStart, end),
    frame(1),
    chunk("fdAT", [...uint32(2), ...data]),
    png.subarray(end),
  ]);
}

/** Source: BITMAPINFOHEADER, 24 bits, the lowest row first, rows padded to 4 bytes. */
function bmp(width: number, height: number, pixels: Uint8Array): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowBytes * height);
  file.write("BM");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [r, g, b] = pixels.subarray((y * width + x) * 3);
      file.set([b!, g!, r!], 54 + (height - 1 - y) * rowBytes + x * 3);
    }
  return file;
}

/** An icon of one picture, a PNG. Source: the ICO format as Windows Vista and later read it. */
function icon(png: Buffer): Buffer {
  const header = Buffer.alloc(22);
  header.set([0, 0, 1, 0, 1, 0, WIDTH_PX, HEIGHT_PX, 0, 0, 1, 0, 32, 0]);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(22, 18);
  return Buffer.concat([header, png]);
}

function withPngSize(png: Buffer, width: number, height: number): Buffer {
  const rest = png.subarray(24, 29);
  const header = chunk("IHDR", [...uint32(width, height), ...rest]);
  return Buffer.concat([png.subarray(0, 8), header, png.subarray(33)]);
}

/** In the frame header, SOF0: marker, length, precision, height, width. */
function withJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  return patched(jpeg, at + 5, [...uint32(height).slice(2), ...uint32(width).slice(2)]);
}

/** In `ispe`: version and flags, then width and height. */
function withAvifSize(avif: Buffer, sidePx: number): Buffer {
  return patched(avif, avif.indexOf("ispe") + 8, uint32(sidePx, sidePx));
}

function patched(file: Buffer, at: number, bytes: readonly number[]): Buffer {
  const copy = Buffer.from(file);
  copy.set(bytes, at);
  return copy;
}

function chunk(type: string, data: readonly number[]): Buffer {
  const body = Buffer.from([...Buffer.from(type, "latin1"), ...data]);
  return Buffer.from([...uint32(data.length), ...body, ...uint32(crc32(body))]);
}

function uint32(...values: readonly number[]): number[] {
  return values.flatMap((value) => [
    value >>> 24,
    (value >>> 16) & 255,
    (value >>> 8) & 255,
    value & 255,
  ]);
}
