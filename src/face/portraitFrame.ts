import { eyesOf } from "./eyes.ts";
import type { Landmarks } from "./geometry.ts";
import type { PhotoPixels } from "./photoPixels.ts";
import { toRgbaImage } from "./resample.ts";
import type { RgbaImage } from "./rgbaImage.ts";
import { fitSimilarity, type Similarity } from "./similarity.ts";

/**
 * The frame that every composite portrait and every person's own face is
 * shown in: upright, the middle between the eyes at `eyesMiddle`, the eyes'
 * centres `eyeDistancePx` apart. Chosen by eye, so that hair and chin are
 * inside; not measured.
 */
export const PORTRAIT = {
  width: 224,
  height: 280,
  eyesMiddle: { x: 112, y: 122 },
  eyeDistancePx: 66,
} as const;

/** The similarity that moves px of the portrait frame, enlarged `zoom` times, to px of the photo. */
export function portraitToPhoto(landmarks: Landmarks, zoom: number): Similarity {
  const { left, right } = eyesOf(landmarks);
  const { eyesMiddle, eyeDistancePx } = PORTRAIT;
  const half = eyeDistancePx / 2;
  return fitSimilarity(
    [
      { x: (eyesMiddle.x - half) * zoom, y: eyesMiddle.y * zoom },
      { x: (eyesMiddle.x + half) * zoom, y: eyesMiddle.y * zoom },
    ],
    [left, right],
  );
}

/** A face of a photo in the frame of the portraits, `zoom` times their size. */
export async function cutPortrait(
  photo: PhotoPixels,
  landmarks: Landmarks,
  zoom: number,
): Promise<RgbaImage> {
  const { width, height } = PORTRAIT;
  const toPhoto = portraitToPhoto(landmarks, zoom);
  const options = { pxBetweenSamples: 2 } as const;
  return toRgbaImage(await photo.cut(toPhoto, width * zoom, height * zoom, options));
}
