import { visiblePart } from "./visiblePart.ts";

/**
 * Calls `onFrame` once, with the next frame that is shown. Right after `play()`
 * a grab throws InvalidStateError: the first frame is what to wait for.
 *
 * @returns stops waiting
 */
export function onNextFrame(video: HTMLVideoElement, onFrame: () => void): () => void {
  if ("requestVideoFrameCallback" in video) {
    const handle = video.requestVideoFrameCallback(onFrame);
    return () => {
      video.cancelVideoFrameCallback(handle);
    };
  }
  return onTimeUpdate(video, onFrame);
}

/** Firefox before 132: the time moves only once frames are shown. */
function onTimeUpdate(video: HTMLMediaElement, onFrame: () => void): () => void {
  video.addEventListener("timeupdate", onFrame, { once: true });
  return () => {
    video.removeEventListener("timeupdate", onFrame);
  };
}

/**
 * The next frame, as far as it is seen on its element, as the camera sees it:
 * never mirrored.
 *
 * @param longSidePx what it is shrunk to; never enlarged
 * @throws the abort reason of `signal`
 */
export async function grabNextFrame(
  video: HTMLVideoElement,
  longSidePx: number,
  signal: AbortSignal,
): Promise<ImageBitmap> {
  await nextFrame(video, signal);
  const { x, y, width, height } = visiblePart(
    { width: video.videoWidth, height: video.videoHeight },
    { width: video.clientWidth, height: video.clientHeight },
  );
  const scale = Math.min(1, longSidePx / Math.max(width, height));
  return createImageBitmap(video, x, y, width, height, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: "medium",
  });
}

function nextFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = () => {
      stopWaiting();
      reject(signal.reason as Error);
    };
    const stopWaiting = onNextFrame(video, () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    signal.addEventListener("abort", abort, { once: true });
  });
}
