import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sharp from "sharp";

import { damagedBytes, FUZZ } from "../shared/testing/fuzzing.ts";
import { MAX_PIXELS, readPhotoHeader } from "./photoHeader.ts";
import { heicFile } from "./testing/heicFile.ts";
import { openPhoto } from "./worker/openPhoto.ts";

const SIDE_PX = 32;
const PIXELS = sharp({
  create: { width: SIDE_PX, height: SIDE_PX, channels: 4, background: "#8a7060c0" },
});
const PICTURE = {
  width: SIDE_PX,
  height: SIDE_PX,
  data: new Uint8Array(SIDE_PX * SIDE_PX * 3).fill(120),
};

const FILES: Readonly<Record<string, Uint8Array>> = {
  jpeg: await PIXELS.clone()
    .withExif({ IFD0: { Make: "Camera" } })
    .jpeg()
    .toBuffer(),
  progressive: await PIXELS.clone().jpeg({ progressive: true }).toBuffer(),
  png: await PIXELS.clone().png().toBuffer(),
  interlaced: await PIXELS.clone().png({ progressive: true }).toBuffer(),
  webp: await PIXELS.clone().webp().toBuffer(),
  lossless: await PIXELS.clone().webp({ lossless: true }).toBuffer(),
  gif: await PIXELS.clone().gif().toBuffer(),
  avif: await PIXELS.clone().avif({ effort: 0 }).toBuffer(),
  tiff: await PIXELS.clone().tiff().toBuffer(),
  heic: heicFile(PICTURE, { quarterTurns: 1, exifOrientation: 8 }),
  bmp: Uint8Array.from([0x42, 0x4d, ...zeros(16), 32, 0, 0, 0, 32, 0, 0, 0, ...zeros(24)]),
  ico: Uint8Array.from([0, 0, 1, 0, 1, 0, 32, 32, ...zeros(40)]),
  jxl: Uint8Array.from([0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20, 13, 10, 0x87, 10, ...zeros(40)]),
  jp2: Uint8Array.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 13, 10, 0x87, 10, ...zeros(40)]),
  psd: Uint8Array.from([0x38, 0x42, 0x50, 0x53, 0, 1, ...zeros(40)]),
  svg: new TextEncoder().encode('<?xml version="1.0"?><svg width="9" height="9"></svg>'),
};

describe.each(Object.keys(FILES))("a damaged %s", (name) => {
  it("has a header that can be believed, or a problem with a name", () => {
    fc.assert(
      fc.property(damagedBytes(FILES[name]!), (bytes) => {
        const header = readPhotoHeader(bytes);
        if (header.ok) {
          const { width, height } = header.value;
          expect(Number.isInteger(width) && Number.isInteger(height)).toBe(true);
          expect(Math.min(width, height)).toBeGreaterThan(0);
          expect(width * height).toBeLessThanOrEqual(MAX_PIXELS);
        } else
          expect(["notAnImage", "damagedImage", "unsupportedImage", "imageTooLarge"]).toContain(
            header.error.kind,
          );
      }),
      FUZZ,
    );
  });
});

/** Behind the header stands the browser's decoder; here, without one, what has a good header ends in its absence. */
it("lets nothing reach a decoder that has no good header", async () => {
  const bytes = fc.constantFrom(...Object.values(FILES)).chain(damagedBytes);
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const opened = openPhoto(new Blob([content]));
      if (readPhotoHeader(content).ok) await expect(opened).rejects.toThrow("createImageBitmap");
      else expect((await opened).ok).toBe(false);
    }),
    FUZZ,
  );
});

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}
