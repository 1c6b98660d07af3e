import type { Landmarks, Point } from "./geometry.ts";
import { MEAN_FACE, MEAN_FACE_FIRST_LANDMARK } from "./meanFace.ts";
import type { PhotoPixels } from "./photoPixels.ts";
import type { RgbPixels } from "./rgbaImage.ts";
import { fitSimilarity, type Similarity } from "./similarity.ts";

/** Side of the recogniser's input, px. Source: FaceRecognitionNet of face-api. */
export const CHIP_SIDE_PX = 150;

/**
 * Room around the mean face, as a share of its side. The recogniser was trained
 * with 0.25 (source: dlib); 0.10 to 0.30 measured, 0.25 within 0.1 % EER of the best.
 */
const CHIP_PADDING = 0.25;

/** Left out of the fit, as dlib does: brows (17–26) and lower lip (55–59) move with the expression. */
const FITTED_LANDMARKS = Array.from(MEAN_FACE.keys(), (i) => i + MEAN_FACE_FIRST_LANDMARK).filter(
  (i) => i > 26 && !(i >= 55 && i <= 59),
);

const CHIP_TARGETS: readonly Point[] = FITTED_LANDMARKS.map((i) => {
  const { x, y } = MEAN_FACE[i - MEAN_FACE_FIRST_LANDMARK]!;
  return { x: toChipPx(x), y: toChipPx(y) };
});

function toChipPx(unit: number): number {
  return ((CHIP_PADDING + unit) / (2 * CHIP_PADDING + 1)) * CHIP_SIDE_PX;
}

/** The similarity that moves px of the chip to px of the photo. */
export function chipToPhoto(landmarks: Landmarks): Similarity {
  return fitSimilarity(
    CHIP_TARGETS,
    FITTED_LANDMARKS.map((i) => landmarks[i]!),
  );
}

/** The face upright, centred and 150 × 150 px, as the recogniser learnt to see it. */
export function alignChip(photo: PhotoPixels, landmarks: Landmarks): Promise<RgbPixels> {
  return photo.cut(chipToPhoto(landmarks), CHIP_SIDE_PX, CHIP_SIDE_PX);
}

/**
 * How badly the landmarks fit a face: root mean square distance to the mean
 * face after alignment, as a share of the chip's side. Small for real faces,
 * large where the landmark network was shown something else.
 */
export function shapeResidual(landmarks: Landmarks): number {
  const { a, b, tx, ty } = fitSimilarity(
    FITTED_LANDMARKS.map((i) => landmarks[i]!),
    CHIP_TARGETS,
  );
  let sum = 0;
  for (const [at, i] of FITTED_LANDMARKS.entries()) {
    const { x, y } = landmarks[i]!;
    const target = CHIP_TARGETS[at]!;
    sum += (a * x - b * y + tx - target.x) ** 2 + (b * x + a * y + ty - target.y) ** 2;
  }
  return Math.sqrt(sum / FITTED_LANDMARKS.length) / CHIP_SIDE_PX;
}
