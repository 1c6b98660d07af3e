import type { Landmarks, Point } from "../face/geometry.ts";
import { meanPoint } from "../face/similarity.ts";

/** The features of a face that are compared by shape. */
export const FACE_FEATURES = ["eyes", "brows", "nose", "mouth", "jaw", "faceShape"] as const;
export type FaceFeature = (typeof FACE_FEATURES)[number];

interface FeaturePoints {
  /** Of the 68 landmarks. */
  readonly from: number;
  readonly to: number;
  /** Compared by form and size alone, wherever it sits; else its place between eyes and chin counts too. */
  readonly isCentred: boolean;
}

/** Brows belong by their height over the eyes, jaw and outline by their distance from them. */
const POINTS: Readonly<Record<FaceFeature, FeaturePoints>> = {
  eyes: { from: 36, to: 47, isCentred: true },
  brows: { from: 17, to: 26, isCentred: false },
  nose: { from: 27, to: 35, isCentred: true },
  mouth: { from: 48, to: 67, isCentred: true },
  jaw: { from: 4, to: 12, isCentred: false },
  faceShape: { from: 0, to: 16, isCentred: false },
};

/**
 * How unlike two faces are in each feature: root mean square distance of its
 * landmarks in the two pose-normalised shapes, in eye distances; 0 = the same.
 *
 * A mouth follows the expression, and brows do a little: these tell less.
 *
 * @param first of normaliseShape, like `second`
 */
export function featureDistances(
  first: Landmarks,
  second: Landmarks,
): Readonly<Record<FaceFeature, number>> {
  const distances = FACE_FEATURES.map((feature) => {
    const { from, to, isCentred } = POINTS[feature];
    const [own, other] = [first.slice(from, to + 1), second.slice(from, to + 1)];
    return [
      feature,
      isCentred ? rootMeanSquare(centred(own), centred(other)) : rootMeanSquare(own, other),
    ];
  });
  return Object.fromEntries(distances) as Record<FaceFeature, number>;
}

function centred(points: readonly Point[]): readonly Point[] {
  const middle = meanPoint(points);
  return points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
}

function rootMeanSquare(a: readonly Point[], b: readonly Point[]): number {
  let sum = 0;
  for (const [i, p] of a.entries()) sum += (p.x - b[i]!.x) ** 2 + (p.y - b[i]!.y) ** 2;
  return Math.sqrt(sum / a.length);
}
