/**
 * Keeps the screen from going dark, as far as the device lets it.
 *
 * @param wakeLock `navigator.wakeLock`, undefined where the browser has none
 * @returns lets the screen go dark again
 */
export function keepScreenOn(wakeLock: WakeLock | undefined): () => void {
  let wanted = true;
  let held: WakeLockSentinel | undefined;
  // Refused when the battery is low or the page hidden: the screen then does as it likes.
  wakeLock?.request("screen").then(
    (lock) => {
      if (wanted) held = lock;
      else void lock.release();
    },
    () => undefined,
  );
  return () => {
    wanted = false;
    void held?.release();
  };
}
