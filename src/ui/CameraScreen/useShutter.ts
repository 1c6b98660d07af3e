import { useEffect, useRef, useState } from "react";

import { grabBurst } from "../../app/capture/burst.ts";
import { grabNextFrame } from "../../camera/videoFrames.ts";
import { wait } from "../../camera/wait.ts";
import type { FaceLooker } from "../../engine/faceLooker.ts";

export type GrabFrames = () => Promise<readonly ImageBitmap[]>;

interface Shutter {
  /** From the shot on: the screen is about to be left. */
  readonly shooting: boolean;
  readonly shoot: () => void;
}

/** Takes one burst from the video; further calls change nothing. Leaving the screen ends it. */
export function useShutter(
  video: { readonly current: HTMLVideoElement | null },
  look: FaceLooker["look"] | undefined,
  onShoot: (grabFrames: GrabFrames) => void,
): Shutter {
  const [shooting, setShooting] = useState(false);
  const burst = useRef<AbortController>(undefined);

  useEffect(
    () => () => {
      burst.current?.abort();
      burst.current = undefined;
    },
    [],
  );

  const shoot = () => {
    const element = video.current;
    if (!element || burst.current) return;
    const controller = new AbortController();
    burst.current = controller;
    setShooting(true);
    const ports = {
      grab: (longSidePx: number, signal: AbortSignal) => grabNextFrame(element, longSidePx, signal),
      look,
      shrink: shrunk,
      now: () => performance.now(),
      wait,
    };
    onShoot(() => grabBurst(ports, controller.signal));
  };
  return { shooting, shoot };
}

function shrunk(frame: ImageBitmap, longSidePx: number): Promise<ImageBitmap> {
  const scale = Math.min(1, longSidePx / Math.max(frame.width, frame.height));
  return createImageBitmap(frame, {
    resizeWidth: Math.max(1, Math.round(frame.width * scale)),
    resizeHeight: Math.max(1, Math.round(frame.height * scale)),
    resizeQuality: "medium",
  });
}
