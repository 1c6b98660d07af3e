/** Stage 7, the features: how unlike strangers are in eyes, brows, nose, mouth, jaw and face shape. */
import type { Landmarks } from "../../src/face/geometry.ts";
import { normaliseShape } from "../../src/face/normaliseShape.ts";
import type { Quantiles } from "../../src/matching/calibration.ts";
import {
  FACE_FEATURES,
  featureDistances,
  type FaceFeature,
} from "../../src/matching/featureDistances.ts";
import { quantiles } from "../../src/matching/quantiles.ts";
import { createReservoir } from "../../src/training/reservoir.ts";

/** Kept of each feature: all of them for 1,000 photos and 200 people, of more a seeded sample. */
const MAX_DISTANCES = 200_000;
const SAMPLE_SEED = 20240625;

/**
 * Distances of each feature between photos and people whom they do not show.
 *
 * @param photos landmarks of each
 * @param shapes mean landmarks of each person
 * @param isOther whether the photo shows somebody else; absent: all do
 * @returns nothing where there is no pair
 */
export function featureDistributions(
  photos: readonly Landmarks[],
  shapes: readonly Landmarks[],
  isOther: (photo: number, person: number) => boolean = () => true,
): Readonly<Record<FaceFeature, Quantiles>> | undefined {
  const kept = FACE_FEATURES.map((feature) => ({
    feature,
    distances: createReservoir(MAX_DISTANCES, SAMPLE_SEED),
  }));
  const mean = shapes.map(normaliseShape);
  for (const [i, photo] of photos.entries()) {
    const own = normaliseShape(photo);
    for (const [k, shape] of mean.entries()) {
      if (!isOther(i, k)) continue;
      const distances = featureDistances(own, shape);
      for (const one of kept) one.distances.add(distances[one.feature]);
    }
  }
  const found = kept.map(({ feature, distances }) => [feature, distances.values()] as const);
  if (found[0]![1].length === 0) return undefined;
  return Object.fromEntries(
    found.map(([feature, distances]) => [feature, quantiles(distances)]),
  ) as Record<FaceFeature, Quantiles>;
}
