/**
 * How well one face can be read.
 *
 * Angles in degrees: `roll` is positive clockwise in the photo, `yaw` positive
 * when the face looks to the photo's right, `pitch` positive when it looks up.
 */
export interface FaceQuality {
  /** Distance between the centres of the eyes, px of the photo. */
  readonly eyeDistancePx: number;
  readonly roll: number;
  readonly yaw: number;
  readonly pitch: number;
  /** Mean absolute Laplacian of the chip's luminance, 0–255; larger is sharper. */
  readonly sharpness: number;
  /** Mean luminance of the chip, 0–255. */
  readonly brightness: number;
  readonly verdict: QualityVerdict;
}

/** `usable`, or the first reason to take the photo again. */
export type QualityVerdict =
  "usable" | "tooSmall" | "profile" | "blurred" | "tooDark" | "tooBright";
