/** Downloads come in hundreds of pieces; telling each, and drawing it, would cost more than it says. */
const STEP_BYTES = 200_000;

/**
 * Adds up what a download has got and tells of it in steps: of the first piece, of
 * every 0.2 MB, and of the end.
 *
 * @returns to be called with the bytes that came since its last call; negative when a file starts over
 */
export function inSteps(
  totalBytes: number,
  tell: (loadedBytes: number) => void,
): (bytes: number) => void {
  let loadedBytes = 0;
  let told = -Infinity;
  return (bytes) => {
    loadedBytes += bytes;
    if (loadedBytes < totalBytes && Math.abs(loadedBytes - told) < STEP_BYTES) return;
    told = loadedBytes;
    tell(loadedBytes);
  };
}
