/** What a person in front of the camera should do next. */
import { eyesOf } from "./eyes.ts";
import type { Landmarks, PixelBox } from "./geometry.ts";
import type { FaceQuality } from "./quality.ts";

/** A face as one quick look sees it. */
export interface SeenFace {
  readonly box: PixelBox;
  readonly landmarks: Landmarks;
  /** Of a chip half the usual size: its sharpness has limits of its own, see GUIDE_LIMITS. */
  readonly quality: FaceQuality;
}

/** What one quick look at a camera frame sees. Sizes in px of the frame; plain data. */
export interface Look {
  readonly width: number;
  readonly height: number;
  /** Mean luminance of the frame, 0–255. */
  readonly brightness: number;
  /** Largest first. */
  readonly faces: readonly SeenFace[];
}

/** One thing to do at a time, or `ready`. */
export type Advice =
  | "noFace"
  | "severalFaces"
  | "tooDark"
  | "tooBright"
  | "tooSmall"
  | "tooLarge"
  | "offCentre"
  | "turned"
  | "tilted"
  | "blurred"
  | "ready";

/**
 * The oval that the face should fill, in shares of the frame. Its height is
 * the smaller of `height` · frame height and `width` · frame width / `aspect`.
 * Chosen by eye on phones' and laptops' frames.
 */
export const OVAL = { height: 0.72, width: 0.74, aspect: 0.76, centreY: 0.5 } as const;

/**
 * Where advice begins. `smallest` and `largest` are the head's width against
 * the oval's, `offCentre` a distance in oval sizes: chosen, so that the
 * smallest face in a frame of 640 × 480 px has the 52 px between its eyes that
 * the recogniser's chip has. `yaw` is what the gallery takes for nearly frontal
 * (nose tip within 0.22 eye distances of the middle). `roll` is chosen:
 * alignment takes any out, but detectors lose faces beyond some 30°. Light as
 * measureQuality has it. `sharpness` is that of the small chip where the
 * photo's own falls to measureQuality's 2.2; measured on three photos blurred
 * by 0 to 8 % of the eye distance, so a rough one.
 */
export const GUIDE_LIMITS = {
  smallest: 0.49,
  largest: 1.15,
  offCentre: 0.2,
  yaw: 26,
  roll: 20,
  darkest: 40,
  brightest: 225,
  sharpness: 6,
} as const;

/** What was ready may stray this much further before it no longer is, so that nothing flickers. */
const PATIENCE = 1.2;

/** A head is about 2.4 times as wide as its eyes are apart (150 mm and 63 mm). Source: anthropometric means. */
const HEAD_WIDTH_IN_EYE_DISTANCES = 2.4;

/**
 * The first thing to change, the worst first.
 *
 * @param wasReady whether the last advice was `ready`: then the limits are wider
 */
export function adviceFor(look: Look, wasReady: boolean): Advice {
  const [face, ...others] = look.faces;
  if (face === undefined) return look.brightness < GUIDE_LIMITS.darkest ? "tooDark" : "noFace";
  if (others.length > 0) return "severalFaces";
  const patience = wasReady ? PATIENCE : 1;
  return placeAdvice(look, face, patience) ?? poseAdvice(face, patience) ?? "ready";
}

/**
 * How wide the head is against the oval, and how far its middle is from the
 * oval's, in oval sizes. A head's eyes lie halfway between crown and chin.
 */
function placeInOval(
  { width, height }: Pick<Look, "width" | "height">,
  landmarks: Landmarks,
  yaw: number,
): { readonly size: number; readonly dx: number; readonly dy: number } {
  const oval = ovalIn(width, height);
  const { middle, distancePx } = eyesOf(landmarks);
  // A turned head's eyes seem nearer to each other.
  const eyesApartPx = distancePx / Math.cos((yaw * Math.PI) / 180);
  return {
    size: (HEAD_WIDTH_IN_EYE_DISTANCES * eyesApartPx) / oval.width,
    dx: (middle.x - (oval.x + oval.width / 2)) / oval.width,
    dy: (middle.y - (oval.y + oval.height / 2)) / oval.height,
  };
}

/** The oval's box in a frame, px. */
export function ovalIn(frameWidth: number, frameHeight: number): PixelBox {
  const height = Math.min(OVAL.height * frameHeight, (OVAL.width * frameWidth) / OVAL.aspect);
  const width = height * OVAL.aspect;
  return {
    x: (frameWidth - width) / 2,
    y: OVAL.centreY * frameHeight - height / 2,
    width,
    height,
  };
}

function placeAdvice(look: Look, face: SeenFace, patience: number): Advice | undefined {
  const { quality, landmarks } = face;
  if (quality.brightness < GUIDE_LIMITS.darkest / patience) return "tooDark";
  if (quality.brightness > GUIDE_LIMITS.brightest) return "tooBright";
  const { size, dx, dy } = placeInOval(look, landmarks, quality.yaw);
  if (size < GUIDE_LIMITS.smallest / patience) return "tooSmall";
  if (size > GUIDE_LIMITS.largest * patience) return "tooLarge";
  return Math.hypot(dx, dy) > GUIDE_LIMITS.offCentre * patience ? "offCentre" : undefined;
}

function poseAdvice({ quality }: SeenFace, patience: number): Advice | undefined {
  if (Math.abs(quality.yaw) > GUIDE_LIMITS.yaw * patience) return "turned";
  if (Math.abs(quality.roll) > GUIDE_LIMITS.roll * patience) return "tilted";
  return quality.sharpness < GUIDE_LIMITS.sharpness / patience ? "blurred" : undefined;
}
