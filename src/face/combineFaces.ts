import { assert } from "../shared/assert.ts";
import type { AnalysedFace } from "./analysedFace.ts";
import { DESCRIPTOR_LENGTH, toDescriptor, type Descriptor } from "./descriptor.ts";

/**
 * One face out of several photos of one person: the best photo's, with the mean
 * of all descriptors, which changes less from photo to photo than any single one.
 *
 * Everything else, the verdict included, is the best photo's own.
 *
 * @throws for no faces
 */
export function combineFaces(faces: readonly AnalysedFace[]): AnalysedFace {
  const [best, ...others] = faces.toSorted((a, b) => readability(b) - readability(a));
  assert(best !== undefined, "there is a face to combine");
  if (others.length === 0) return best;
  return { ...best, descriptor: meanDescriptor(faces.map(({ descriptor }) => descriptor)) };
}

/**
 * How well a face can be read, for comparing photos of one person; no unit. The
 * pixels between the eyes times the sharpness of the chip, since either makes up
 * for nothing without the other; whatever is not `usable` comes after all that is.
 *
 * Unmeasured.
 */
function readability({ quality }: AnalysedFace): number {
  const { eyeDistancePx, sharpness, verdict } = quality;
  const detail = eyeDistancePx * sharpness;
  // Into (-1, 0): in order among themselves, below every usable face.
  return verdict === "usable" ? detail : detail / (1 + detail) - 1;
}

function meanDescriptor(descriptors: readonly Descriptor[]): Descriptor {
  const sums = new Float64Array(DESCRIPTOR_LENGTH);
  for (const descriptor of descriptors)
    for (const [i, value] of descriptor.entries()) sums[i]! += value;
  const mean = toDescriptor(Float32Array.from(sums, (sum) => sum / descriptors.length));
  assert(mean.ok, "descriptors of one person do not cancel out");
  return mean.value;
}
