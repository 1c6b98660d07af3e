import { makePreview } from "./makePreview.ts";

/**
 * Previews that came from the worker together with their photos: shrinking 12
 * megapixels here would stop the page for half a second.
 */
const ready = new WeakMap<ImageBitmap, ImageBitmap>();

export function keepPreview(photo: ImageBitmap, preview: ImageBitmap): void {
  ready.set(photo, preview);
}

/** A small copy for the screen; the engine takes the photo itself over. */
export function photoPreview(photo: ImageBitmap): Promise<ImageBitmap> {
  const preview = ready.get(photo);
  return preview ? Promise.resolve(preview) : makePreview(photo);
}
