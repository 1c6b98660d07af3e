/** Looks at the camera's frames again and again, as often as the device bears it. */
import type { FaceLooker } from "../../engine/faceLooker.ts";
import { afterLook, NO_GUIDANCE, type Guidance } from "../../face/guidanceState.ts";

export interface GuidePorts {
  /** The next frame, at most `longSidePx` on its longer side. */
  readonly grab: (longSidePx: number, signal: AbortSignal) => Promise<ImageBitmap>;
  readonly look: FaceLooker["look"];
  /** Milliseconds that never go back. */
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Longer side of the frames looked at: the smallest face allowed still has 26
 * px between its eyes, as much as the small chip that quality is measured on.
 */
export const LOOK_SIDE_PX = 480;
/** Eight looks a second at most: more would not be seen. */
const SHORTEST_CYCLE_MS = 125;
/** While the engine loads. */
const RETRY_MS = 400;
/** A frame or two may be lost, as when the browser's GPU process starts anew. */
const MAX_LOST_FRAMES = 5;

/**
 * Guides until it is stopped, or until the engine has failed: taking a photo
 * works without it. One look at a time, and never more than half of the
 * engine's time.
 *
 * @returns stops it; a look that runs is not waited for
 */
export function startGuide(
  ports: GuidePorts,
  onGuidance: (guidance: Guidance) => void,
  report: (error: unknown) => void,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  guide(ports, onGuidance, signal).catch((error: unknown) => {
    if (!signal.aborted) report(error);
  });
  return () => {
    controller.abort();
  };
}

async function guide(
  ports: GuidePorts,
  onGuidance: (guidance: Guidance) => void,
  signal: AbortSignal,
): Promise<void> {
  const { look, now, wait } = ports;
  let guidance = NO_GUIDANCE;
  for (;;) {
    const frame = await grabPatiently(ports, signal);
    const at = now();
    const seen = await look(frame);
    signal.throwIfAborted();
    if (seen.ok) onGuidance((guidance = afterLook(guidance, seen.value, at)));
    else if (seen.error.kind !== "engineBusy" && seen.error.kind !== "engineNotReady") return;
    await wait(seen.ok ? pauseAfter(now() - at) : RETRY_MS, signal);
  }
}

/** As long as the look took, so that the engine rests half of the time. */
function pauseAfter(tookMs: number): number {
  return Math.max(tookMs, SHORTEST_CYCLE_MS - tookMs);
}

/** @throws what the last of several failures in a row was */
async function grabPatiently({ grab, wait }: GuidePorts, signal: AbortSignal) {
  for (let lost = 1; ; lost++) {
    try {
      return await grab(LOOK_SIDE_PX, signal);
    } catch (error) {
      if (signal.aborted || lost >= MAX_LOST_FRAMES) throw error;
      await wait(RETRY_MS, signal);
    }
  }
}
