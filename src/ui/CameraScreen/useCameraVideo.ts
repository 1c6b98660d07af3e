import { useEffect, useState } from "react";

import { keepScreenOn } from "../../camera/keepScreenOn.ts";
import type { Camera } from "../../camera/openCamera.ts";
import { onNextFrame } from "../../camera/videoFrames.ts";

/**
 * Shows the camera's stream on a video element and keeps the screen on as long
 * as it runs.
 *
 * @returns whether the first frame is there, so that frames can be grabbed
 */
export function useCameraVideo(
  video: { readonly current: HTMLVideoElement | null },
  camera: Camera | undefined,
): boolean {
  const [shown, setShown] = useState<Camera>();

  useEffect(() => {
    const element = video.current;
    if (!camera || !element) return;
    element.srcObject = camera.stream;
    const stopWaiting = onNextFrame(element, () => {
      setShown(camera);
    });
    return () => {
      stopWaiting();
      element.srcObject = null;
    };
  }, [camera, video]);

  useEffect(() => {
    if (!camera) return;
    return keepScreenOn((navigator as { readonly wakeLock?: WakeLock }).wakeLock);
  }, [camera]);

  return camera !== undefined && shown === camera;
}
