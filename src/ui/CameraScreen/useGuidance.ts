import { useEffect, useEffectEvent, useState } from "react";

import { startGuide } from "../../app/capture/cameraGuide.ts";
import { grabNextFrame } from "../../camera/videoFrames.ts";
import { wait } from "../../camera/wait.ts";
import type { FaceLooker } from "../../engine/faceLooker.ts";
import { isShotDue, NO_GUIDANCE, type Guidance } from "../../face/guidanceState.ts";

/**
 * Guidance for what the video shows, while `look` is given.
 *
 * @param onShotDue the face has held still for a second; called for every look from then on
 */
export function useGuidance(
  video: { readonly current: HTMLVideoElement | null },
  look: FaceLooker["look"] | undefined,
  onShotDue: () => void,
): Guidance {
  // With the guide that it came from: an older one's says nothing of another camera.
  const [latest, setLatest] = useState({ look, guidance: NO_GUIDANCE });
  const shotDue = useEffectEvent(onShotDue);

  useEffect(() => {
    const element = video.current;
    if (!look || !element) return;
    const stop = startGuide(
      {
        grab: (longSidePx, signal) => grabNextFrame(element, longSidePx, signal),
        look,
        now: () => performance.now(),
        wait,
      },
      (guidance) => {
        setLatest({ look, guidance });
        if (isShotDue(guidance)) shotDue();
      },
      reportError,
    );
    return () => {
      stop();
      setLatest({ look: undefined, guidance: NO_GUIDANCE });
    };
  }, [video, look]);

  return latest.look === look ? latest.guidance : NO_GUIDANCE;
}
