import { eyesOf } from "./eyes.ts";
import type { Landmarks } from "./geometry.ts";
import type { FaceQuality, QualityVerdict } from "./quality.ts";
import type { RgbPixels } from "./rgbaImage.ts";

/**
 * Where a face stops being readable. Unmeasured: set by looking at photos; a
 * verdict warns, it never refuses an answer.
 */
const LIMITS = {
  eyeDistancePx: 18,
  yaw: 40,
  sharpness: 2.2,
  darkest: 40,
  brightest: 225,
} as const;

/**
 * A nose tip's place before the plane of the eyes and below their line, in
 * eye distances. Source: DEPTH from anthropometric means (about 28 mm at an
 * eye distance of 63 mm), DROP from the mean face.
 */
const NOSE_DEPTH = 0.45;
const NOSE_DROP = 0.61;

/**
 * Size, pose, sharpness and light of one face.
 *
 * The angles come from where the nose tip lies against the eyes, taking the
 * head for a rigid body far from the camera: good to some 10°, enough to tell
 * frontal from profile. Pitch ends at −36°, where the nose tip hangs lowest,
 * and long noses get there too, so no verdict rests on it.
 *
 * @param chip the aligned face (alignChip), for sharpness and light
 */
export function measureQuality(landmarks: Landmarks, chip: RgbPixels): FaceQuality {
  const pose = poseOf(landmarks);
  const { sharpness, brightness } = lightOf(chip);
  const measured = { ...pose, sharpness, brightness };
  return { ...measured, verdict: verdictOf(measured) };
}

function verdictOf(quality: Omit<FaceQuality, "verdict">): QualityVerdict {
  if (quality.eyeDistancePx < LIMITS.eyeDistancePx) return "tooSmall";
  if (Math.abs(quality.yaw) > LIMITS.yaw) return "profile";
  if (quality.brightness < LIMITS.darkest) return "tooDark";
  if (quality.brightness > LIMITS.brightest) return "tooBright";
  if (quality.sharpness < LIMITS.sharpness) return "blurred";
  return "usable";
}

function poseOf(
  landmarks: Landmarks,
): Pick<FaceQuality, "eyeDistancePx" | "roll" | "yaw" | "pitch"> {
  const { middle, distancePx, angle } = eyesOf(landmarks);
  const nose = landmarks[30]!;
  const dx = nose.x - middle.x;
  const dy = nose.y - middle.y;
  const along = (dx * Math.cos(angle) + dy * Math.sin(angle)) / distancePx;
  const yaw = Math.atan2(along, NOSE_DEPTH);
  // The eyes seem nearer to each other on a turned head.
  const down = ((dy * Math.cos(angle) - dx * Math.sin(angle)) / distancePx) * Math.cos(yaw);
  const reach = Math.hypot(NOSE_DROP, NOSE_DEPTH);
  const pitch =
    Math.acos(Math.max(-1, Math.min(1, down / reach))) - Math.atan2(NOSE_DEPTH, NOSE_DROP);
  return {
    eyeDistancePx: distancePx,
    roll: degrees(angle),
    yaw: degrees(yaw),
    pitch: degrees(pitch),
  };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function lightOf({ width, height, data }: RgbPixels): { sharpness: number; brightness: number } {
  const luminance = new Float32Array(width * height);
  let total = 0;
  for (let i = 0; i < luminance.length; i++) {
    // Source: Rec. 709 luma.
    const y = 0.2126 * data[i * 3]! + 0.7152 * data[i * 3 + 1]! + 0.0722 * data[i * 3 + 2]!;
    luminance[i] = y;
    total += y;
  }
  let edges = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      edges += Math.abs(
        4 * luminance[i]! -
          luminance[i - 1]! -
          luminance[i + 1]! -
          luminance[i - width]! -
          luminance[i + width]!,
      );
    }
  return {
    sharpness: edges / ((width - 2) * (height - 2)),
    brightness: total / luminance.length,
  };
}
