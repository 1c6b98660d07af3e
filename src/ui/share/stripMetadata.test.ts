import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { stripMetadata } from "./stripMetadata.ts";

const PLACE = "Rue de la Paix";

describe("stripMetadata", () => {
  it.each([["image/jpeg"], ["image/png"]] as const)(
    "leaves of a %s only its pixels",
    async (type) => {
      const bytes = await pictureWithMetadata(type);
      expect(text(bytes)).toContain(PLACE);
      const stripped = stripMetadata(bytes, type);
      expect(text(stripped)).not.toContain(PLACE);
      const { exif, xmp, icc } = await sharp(stripped).metadata();
      expect({ exif, xmp, icc }).toEqual({ exif: undefined, xmp: undefined, icc: undefined });
      expect(await pixelsOf(stripped)).toEqual(await pixelsOf(bytes));
    },
  );

  it("takes a comment out of a JPEG, and keeps what says how to read it", () => {
    const comment = [0xff, 0xfe, 0x00, 0x04, 0x68, 0x69];
    const jfif = [0xff, 0xe0, 0x00, 0x03, 0x01];
    const scan = [0xff, 0xda, 0x00, 0x02, 0xff, 0xfe, 0xff, 0xd9];
    const bytes = Uint8Array.of(0xff, 0xd8, ...jfif, ...comment, ...scan);
    expect([...stripMetadata(bytes, "image/jpeg")]).toEqual([0xff, 0xd8, ...jfif, ...scan]);
  });

  it("changes nothing where there is nothing to take", async () => {
    const once = stripMetadata(await pictureWithMetadata("image/png"), "image/png");
    expect(stripMetadata(once, "image/png")).toEqual(once);
  });

  it("refuses what is cut off", async () => {
    const bytes = await pictureWithMetadata("image/jpeg");
    expect(() => stripMetadata(bytes.slice(0, 30), "image/jpeg")).toThrow();
    expect(() => stripMetadata(Uint8Array.of(1, 2, 3, 4), "image/jpeg")).toThrow("first marker");
  });
});

async function pictureWithMetadata(
  type: "image/jpeg" | "image/png",
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width: 9, height: 7, channels: 3, background: "#c84" } })
    .withExif({ IFD0: { ImageDescription: PLACE } })
    .withIccProfile("srgb");
  return new Uint8Array(await (type === "image/png" ? picture.png() : picture.jpeg()).toBuffer());
}

async function pixelsOf(bytes: Uint8Array): Promise<readonly number[]> {
  return [...(await sharp(bytes).removeAlpha().raw().toBuffer())];
}

function text(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
