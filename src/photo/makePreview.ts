import { fittedSize } from "./fittedSize.ts";

/** Sharp enough on a phone at three pixels to one. */
const PREVIEW_SIDE_PX = 1200;

/** A small copy for the screen; leaves the photo as it is. */
export function makePreview(photo: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = fittedSize(photo, PREVIEW_SIDE_PX);
  return createImageBitmap(photo, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: "medium",
  });
}
