import type { RgbaImage } from "../face/rgbaImage.ts";

/** Chosen by eye at 448 x 560 px, where a face weighs some 20 kB. */
const QUALITY = 0.85;

/** A small file of a picture: WebP, or JPEG where the browser writes no WebP (Safari). No metadata in either. */
export async function encodePicture({ width, height, data }: RgbaImage): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This canvas gives no 2D context.");
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const webp = await canvas.convertToBlob({ type: "image/webp", quality: QUALITY });
  // A format that the browser does not write comes back as PNG.
  if (webp.type === "image/webp") return webp;
  return canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
}
