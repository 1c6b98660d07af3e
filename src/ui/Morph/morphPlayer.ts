/** When the morph is drawn: on a frame in which something changed, and on no other. */

export interface MorphPlayer {
  /** Shows a place between the faces and stops the loop. */
  readonly show: (share: number) => void;
  /** Goes back and forth between the faces, from where it stands. */
  readonly play: () => void;
  readonly pause: () => void;
  /** Nobody sees it: a running loop rests, and goes on later from there. */
  readonly setVisible: (visible: boolean) => void;
  /** Draws the place it stands at once more, on a canvas that is new or was cleared. */
  readonly refresh: () => void;
  readonly close: () => void;
}

export interface PlayerPorts {
  /** Share of the second face, in [0, 1]. At most once a frame. */
  readonly draw: (share: number) => void;
  readonly requestFrame: (callback: (nowMs: number) => void) => number;
  readonly cancelFrame: (id: number) => void;
}

/** One way of the loop, and the rest at its end. By eye. */
const WAY_MS = 2200;
const REST_MS = 700;
export const LOOP_MS = 2 * (WAY_MS + REST_MS);

/** @param initial share that is drawn first */
export function createMorphPlayer(ports: PlayerPorts, initial: number): MorphPlayer {
  let share = initial;
  let playing = false;
  let visible = true;
  let frame: number | undefined;
  /** Time at which the loop began, had it run all along; set by the first frame. */
  let startedAt: number | undefined;

  const ask = () => {
    if (visible) frame ??= ports.requestFrame(onFrame);
  };
  const onFrame = (nowMs: number) => {
    frame = undefined;
    if (playing) {
      startedAt ??= nowMs - loopTime(share);
      share = loopShare(nowMs - startedAt);
      ask();
    }
    ports.draw(share);
  };
  const stop = () => {
    playing = false;
    startedAt = undefined;
  };
  return {
    show: (value) => {
      stop();
      share = value;
      ask();
    },
    play: () => {
      playing = true;
      ask();
    },
    pause: stop,
    setVisible: (value) => {
      visible = value;
      startedAt = undefined;
      if (visible) ask();
    },
    refresh: ask,
    close: () => {
      stop();
      visible = false;
      if (frame !== undefined) ports.cancelFrame(frame);
    },
  };
}

/**
 * Where the loop stands: from the first face to the second, a rest, back, a rest.
 *
 * @param ms since it began, at least 0
 * @returns share of the second face, in [0, 1]
 */
export function loopShare(ms: number): number {
  const at = ms % LOOP_MS;
  const there = eased(at / WAY_MS);
  const back = eased((at - WAY_MS - REST_MS) / WAY_MS);
  return there - back;
}

/** The earliest time at which the loop stands at `share`, ms. */
export function loopTime(share: number): number {
  return (Math.acos(1 - 2 * share) / Math.PI) * WAY_MS;
}

function eased(progress: number): number {
  const within = Math.min(Math.max(progress, 0), 1);
  return (1 - Math.cos(Math.PI * within)) / 2;
}
