/**
 * Calls `onFrame` once, when the video has a frame to grab: right after
 * `play()` a grab throws InvalidStateError.
 *
 * @returns stops waiting
 */
export function onFirstFrame(video: HTMLVideoElement, onFrame: () => void): () => void {
  if ("requestVideoFrameCallback" in video) {
    const handle = video.requestVideoFrameCallback(onFrame);
    return () => {
      video.cancelVideoFrameCallback(handle);
    };
  }
  return onFirstTimeUpdate(video, onFrame);
}

/** Firefox before 132: the time moves only once frames are shown. */
function onFirstTimeUpdate(video: HTMLMediaElement, onFrame: () => void): () => void {
  video.addEventListener("timeupdate", onFrame, { once: true });
  return () => {
    video.removeEventListener("timeupdate", onFrame);
  };
}

/** The frame now on screen, as the camera sees it: never mirrored. Only after `onFirstFrame`. */
export function grabFrame(video: HTMLVideoElement): Promise<ImageBitmap> {
  return createImageBitmap(video);
}
