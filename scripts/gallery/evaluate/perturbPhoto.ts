/** Photos as bad light, bad cameras and tilted heads would have made them. */
import sharp, { type Sharp } from "sharp";

import type { RgbaImage } from "../../../src/face/rgbaImage.ts";

/** In the order of the published figures; "none" is the photo as it is. */
export const CONDITIONS = [
  "none",
  "roll+30",
  "roll-30",
  "jpeg30",
  "blur",
  "halfSize",
  "dark",
  "flip",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Of the Gaussian, at a longer side of `BLUR_SCALE_PX`; larger photos are blurred as much more. */
const BLUR_SIGMA = 2;
const BLUR_SCALE_PX = 250;
const ROLL_DEGREES = 30;
const JPEG_QUALITY = 30;
/** Of the values as they are stored, which is about four stops less light. */
const DARK_GAIN = 0.25;

/**
 * The photo under one condition; the same pixels each time.
 *
 * A rolled photo keeps its size. What comes in at its corners is the photo's own
 * mirror image, so that no black wedge gives the angle away.
 */
export async function perturbPhoto(photo: RgbaImage, condition: Condition): Promise<RgbaImage> {
  switch (condition) {
    case "none":
      return photo;
    case "roll+30":
      return rolled(photo, ROLL_DEGREES);
    case "roll-30":
      return rolled(photo, -ROLL_DEGREES);
    case "jpeg30":
      return toImage(sharp(await open(photo).jpeg({ quality: JPEG_QUALITY }).toBuffer()));
    case "blur": {
      const scale = Math.max(photo.width, photo.height) / BLUR_SCALE_PX;
      return toImage(open(photo).blur(Math.max(0.3, BLUR_SIGMA * scale)));
    }
    case "halfSize":
      return toImage(open(photo).resize(half(photo.width), half(photo.height), { fit: "fill" }));
    case "dark":
      return toImage(open(photo).linear(DARK_GAIN, 0));
    case "flip":
      return toImage(open(photo).flop());
  }
}

/** @param degrees clockwise */
async function rolled(photo: RgbaImage, degrees: number): Promise<RgbaImage> {
  const { width, height } = photo;
  // Half the diagonal is as far as a corner can reach.
  const margin = Math.ceil((Math.hypot(width, height) - Math.min(width, height)) / 2);
  const mirror = { top: margin, bottom: margin, left: margin, right: margin } as const;
  const extended = await toImage(open(photo).extend({ ...mirror, extendWith: "mirror" }));
  const turned = await toImage(open(extended).rotate(degrees));
  return toImage(
    open(turned).extract({
      left: Math.floor((turned.width - width) / 2),
      top: Math.floor((turned.height - height) / 2),
      width,
      height,
    }),
  );
}

function open({ width, height, data }: RgbaImage): Sharp {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return sharp(bytes, { raw: { width, height, channels: 4 } }).removeAlpha();
}

async function toImage(picture: Sharp): Promise<RgbaImage> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, data: pixels };
}

function half(sidePx: number): number {
  return Math.max(1, Math.round(sidePx / 2));
}
