/**
 * Guidance over time: what is shown changes slowly, and a face that holds
 * still is due to be shot. Time is passed in; nothing here waits.
 */
import { eyesOf } from "./eyes.ts";
import type { Point } from "./geometry.ts";
import { adviceFor, type Advice, type Look } from "./guidance.ts";

/** Advice must stay the same for so long before it is shown. Chosen: the issue asks for about 600. */
export const SETTLE_MS = 600;
/** How long a ready face holds still before it is shot. */
export const HOLD_MS = 1000;
/** Looks further apart say nothing of the time between them. Chosen: four looks at the slowest rate expected. */
const MAX_GAP_MS = 1200;
/** How far the eyes' middle may move while holding still, in eye distances: about 12 mm. Unmeasured. */
const MAX_MOVE = 0.2;
/** A look is not believed alone: the fewest that make a second of holding still. */
const MIN_HELD_LOOKS = 3;

export interface Guidance {
  /** What the screen says; undefined until the first advice has settled. */
  readonly shown: Advice | undefined;
  /** What the last looks say, and since when. */
  readonly latest: { readonly advice: Advice; readonly since: number } | undefined;
  /** While the face is ready and holds still. */
  readonly hold: Hold | undefined;
  /** When the last look was taken, ms. */
  readonly at: number;
}

interface Hold {
  readonly since: number;
  readonly looks: number;
  /** Where the eyes were when it began, px of the frame. */
  readonly eyes: Point;
}

export const NO_GUIDANCE: Guidance = {
  shown: undefined,
  latest: undefined,
  hold: undefined,
  at: -Infinity,
};

/** @param at when the frame was taken, ms; never before the last one */
export function afterLook(before: Guidance, look: Look, at: number): Guidance {
  const advice = adviceFor(look, before.shown === "ready");
  const latest = before.latest?.advice === advice ? before.latest : { advice, since: at };
  const shown = at - latest.since >= SETTLE_MS ? advice : before.shown;
  return {
    shown,
    latest,
    hold: shown === "ready" && advice === "ready" ? held(before, look, at) : undefined,
    at,
  };
}

/** Whether the face has held still for long enough to be shot by itself. */
export function isShotDue({ hold, at }: Guidance): boolean {
  return hold !== undefined && hold.looks >= MIN_HELD_LOOKS && at - hold.since >= HOLD_MS;
}

function held({ hold, at: lastAt }: Guidance, look: Look, at: number): Hold {
  const { middle, distancePx } = eyesOf(look.faces[0]!.landmarks);
  if (hold !== undefined && at - lastAt <= MAX_GAP_MS) {
    const movedPx = Math.hypot(middle.x - hold.eyes.x, middle.y - hold.eyes.y);
    if (movedPx <= MAX_MOVE * distancePx) return { ...hold, looks: hold.looks + 1 };
  }
  return { since: at, looks: 1, eyes: middle };
}
