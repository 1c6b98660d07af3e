/** Puts what the photos disagree about (backgrounds, hands, crowds) out of focus. */
import type { Blend } from "./blend.ts";
import { blurred } from "./planes.ts";

/** Disagreement in grey levels at which the softening begins and is full; blur in px. By eye. */
const SPREAD = { from: 28, full: 64 } as const;
const BLUR_PX = 6;
/** Disagreement is judged over this neighbourhood, or single pixels would stay sharp. */
const NEIGHBOURHOOD_PX = 4;

/**
 * Blurs the surroundings of the face where the layers disagree, and leaves
 * hair, which they share.
 *
 * @param face 1 on the face, which stays as it is
 * @returns shape [height, width, 3]
 */
export function softenSurroundings({ colours, spread }: Blend, face: Uint8Array): Float32Array {
  const spreadAround = blurred(spread, NEIGHBOURHOOD_PX);
  const onFace = blurred(Float32Array.from(face), NEIGHBOURHOOD_PX);
  const channels = [0, 1, 2].map((c) =>
    blurred(
      spread.map((_, i) => colours[i * 3 + c]!),
      BLUR_PX,
    ),
  );
  return colours.map((value, at) => {
    const i = Math.floor(at / 3);
    const t = (spreadAround[i]! - SPREAD.from) / (SPREAD.full - SPREAD.from);
    const soft = Math.min(1, Math.max(0, t)) * (1 - Math.min(1, onFace[i]! * 2));
    return value + soft * (channels[at % 3]![i]! - value);
  });
}
