/** A shot is several frames: the best of them are described together. */
import type { Look } from "../../face/guidance.ts";
import { LOOK_SIDE_PX, type GuidePorts } from "./cameraGuide.ts";

export interface BurstPorts extends Omit<GuidePorts, "look"> {
  /** Absent where nothing can look at the frames. */
  readonly look: GuidePorts["look"] | undefined;
  /** A small copy of a frame. */
  readonly shrink: (frame: ImageBitmap, longSidePx: number) => Promise<ImageBitmap>;
}

/** A frame of the burst, and what a quick look says of it; absent where there was no time for one. */
export interface Shot<Frame> {
  readonly frame: Frame;
  readonly look: Look | undefined;
}

const FRAMES = 7;
const SPACING_MS = 150;
/** A slow device takes fewer frames rather than longer. */
const MAX_BURST_MS = 1300;
/** A look that takes longer is not waited for. */
const MAX_LOOK_MS = 200;
const FEWEST = 3;
const MOST = 5;
/** Beyond the fewest, only frames nearly as good as the best are worth their time. Chosen. */
const NEARLY_AS_GOOD = 0.7;

/**
 * Takes frames for about a second and gives the best three to five, best first;
 * one alone where nobody was seen in any, since several would be refused no better.
 *
 * @throws the abort reason of `signal`
 */
export async function grabBurst(
  ports: BurstPorts,
  signal: AbortSignal,
): Promise<readonly ImageBitmap[]> {
  const { grab, now, wait } = ports;
  const shots: Shot<ImageBitmap>[] = [];
  const began = now();
  while (shots.length < FRAMES) {
    const frameBegan = now();
    const frame = await grab(Infinity, signal);
    shots.push({ frame, look: await lookAt(frame, ports, signal) });
    if (shots.length >= FEWEST && now() - began > MAX_BURST_MS) break;
    await wait(Math.max(0, SPACING_MS - (now() - frameBegan)), signal);
  }
  const kept = bestFrames(shots);
  for (const { frame } of shots) if (!kept.includes(frame)) frame.close();
  return kept;
}

/**
 * The frames to describe, best first. Where too few were looked at, three
 * spread over the burst.
 */
export function bestFrames<Frame>(shots: readonly Shot<Frame>[]): readonly Frame[] {
  const looked = shots.filter(({ look }) => look !== undefined);
  if (looked.length < FEWEST) return spread(shots).map(({ frame }) => frame);
  const scored = looked
    .map(({ frame, look }) => ({ frame, score: scoreOf(look!) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined) return [shots[0]!.frame];
  return scored
    .filter(({ score }, i) => i < FEWEST || (i < MOST && score >= NEARLY_AS_GOOD * best.score))
    .map(({ frame }) => frame);
}

/** Sharpness, less for a turned head; 0 for nobody. Within one burst size and light hardly change. */
function scoreOf({ faces }: Look): number {
  const [face] = faces;
  if (face === undefined) return 0;
  const { sharpness, yaw } = face.quality;
  return sharpness * Math.cos((yaw * Math.PI) / 180);
}

/** The first, the middle and the last. */
function spread<T>(items: readonly T[]): readonly T[] {
  if (items.length <= FEWEST) return items;
  return [items[0]!, items[Math.floor(items.length / 2)]!, items.at(-1)!];
}

async function lookAt(
  frame: ImageBitmap,
  { look, shrink, wait }: BurstPorts,
  signal: AbortSignal,
): Promise<Look | undefined> {
  if (look === undefined) return undefined;
  const small = await shrink(frame, LOOK_SIDE_PX);
  const nothing = () => undefined;
  const tooLate = wait(MAX_LOOK_MS, signal).then(nothing, nothing);
  const seen = await Promise.race([look(small), tooLate]);
  return seen?.ok ? seen.value : undefined;
}
