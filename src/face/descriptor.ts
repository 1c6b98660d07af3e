import { fail, ok, type Result } from "../shared/result.ts";

declare const descriptorBrand: unique symbol;

/**
 * What the recognition network says of one aligned face.
 *
 * Shape [128], float32, unitless. Not L2-normalised: two descriptors are
 * compared by Euclidean distance, never by a bare dot product.
 *
 * Source: FaceRecognitionNet of @vladmandic/face-api 1.7.15.
 */
export type Descriptor = Float32Array & { readonly [descriptorBrand]: true };

export const DESCRIPTOR_LENGTH = 128;

export type DescriptorError =
  | { readonly kind: "wrongLength"; readonly found: number }
  | { readonly kind: "notFinite"; readonly index: number }
  | { readonly kind: "allZero" };

/**
 * Accepts raw network output as a descriptor: the only way to get the brand.
 *
 * `allZero` is its own case because zeros would be near to everybody.
 */
export function toDescriptor(values: Float32Array): Result<Descriptor, DescriptorError> {
  if (values.length !== DESCRIPTOR_LENGTH)
    return fail({ kind: "wrongLength", found: values.length });

  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) return fail({ kind: "notFinite", index: bad });

  if (values.every((value) => value === 0)) return fail({ kind: "allZero" });

  return ok(values as Descriptor);
}

/** Euclidean distance, unitless, ≥ 0; photos of one person are mostly below 0.6. */
export function descriptorDistance(a: Descriptor, b: Descriptor): number {
  // Two sums at once: one after the other each addition would wait for the one before.
  let [even, odd] = [0, 0];
  for (let i = 0; i < DESCRIPTOR_LENGTH; i += 2) {
    const first = a[i]! - b[i]!;
    const second = a[i + 1]! - b[i + 1]!;
    even += first * first;
    odd += second * second;
  }
  return Math.sqrt(even + odd);
}

/** Values that are compared before it is asked whether two descriptors are too far apart already. */
const BLOCK = 16;

/** Whether the distance is at most `limit`. Of two that are far apart it looks at a part only. */
export function isWithin(a: Descriptor, b: Descriptor, limit: number): boolean {
  let sum = 0;
  for (let start = 0; start < DESCRIPTOR_LENGTH; start += BLOCK) {
    for (let i = start; i < start + BLOCK; i++) {
      const difference = a[i]! - b[i]!;
      sum += difference * difference;
    }
    if (Math.sqrt(sum) > limit) return false;
  }
  return true;
}
