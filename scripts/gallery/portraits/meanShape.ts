/** The typical shape of a person's face, in the portrait's frame. */
import { eyesOf } from "../../../src/face/eyes.ts";
import { LANDMARK_COUNT, type Landmarks, type Point } from "../../../src/face/geometry.ts";
import { PORTRAIT } from "../../../src/face/portraitFrame.ts";
import { applySimilarity, fitSimilarity, meanPoint } from "../../../src/face/similarity.ts";
import { assert } from "../../../src/shared/assert.ts";

/** The mean no longer moves by a hundredth of a pixel after four rounds. */
const ROUNDS = 4;

/**
 * Generalised Procrustes mean of landmark shapes, each free to turn, scale and
 * shift, laid into the portrait's frame by its eyes.
 *
 * Source: Gower, Generalized Procrustes analysis (1975).
 */
export function meanShape(shapes: readonly Landmarks[]): Landmarks {
  const [first] = shapes;
  assert(first, "at least one shape");
  let mean = inPortraitFrame(first);
  for (let round = 0; round < ROUNDS; round++) {
    const aligned = shapes.map((shape) => {
      const toMean = fitSimilarity(shape, mean);
      return shape.map((point) => applySimilarity(toMean, point));
    });
    mean = inPortraitFrame(pointwiseMean(aligned));
  }
  return mean;
}

function pointwiseMean(shapes: readonly Landmarks[]): Landmarks {
  return Array.from({ length: LANDMARK_COUNT }, (_, i) => meanPoint(shapes.map((s) => s[i]!)));
}

function inPortraitFrame(shape: Landmarks): Landmarks {
  const { left, right } = eyesOf(shape);
  const { eyesMiddle, eyeDistancePx } = PORTRAIT;
  const target: readonly Point[] = [
    { x: eyesMiddle.x - eyeDistancePx / 2, y: eyesMiddle.y },
    { x: eyesMiddle.x + eyeDistancePx / 2, y: eyesMiddle.y },
  ];
  const toFrame = fitSimilarity([left, right], target);
  return shape.map((point) => applySimilarity(toFrame, point));
}
