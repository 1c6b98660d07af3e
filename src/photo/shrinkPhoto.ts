import { fittedSize } from "./fittedSize.ts";

/** A seventh of the memory of the largest photo, and still enough for the faces of a group. Chosen. */
const SMALLER_SIDE_PX = 1536;

/** The photo at a size that a device short of memory can still take. Takes it over. */
export async function shrinkPhoto(photo: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = fittedSize(photo, SMALLER_SIDE_PX);
  try {
    return await createImageBitmap(photo, { resizeWidth: width, resizeHeight: height });
  } finally {
    photo.close();
  }
}
