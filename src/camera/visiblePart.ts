import type { PixelBox } from "../face/geometry.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The part of a video that is seen on a stage it covers (`object-fit: cover`):
 * the middle, with the stage's proportions. What is cut off on the screen is
 * cut off in the photo too, so that nobody is taken who was not to be seen.
 *
 * @returns whole px of the video, at least 1 × 1; all of it for a stage without size
 */
export function visiblePart(video: Size, stage: Size): PixelBox {
  if (stage.width <= 0 || stage.height <= 0)
    return { x: 0, y: 0, width: video.width, height: video.height };
  const scale = Math.min(video.width / stage.width, video.height / stage.height);
  const width = Math.max(1, Math.round(stage.width * scale));
  const height = Math.max(1, Math.round(stage.height * scale));
  return {
    x: Math.floor((video.width - width) / 2),
    y: Math.floor((video.height - height) / 2),
    width,
    height,
  };
}
