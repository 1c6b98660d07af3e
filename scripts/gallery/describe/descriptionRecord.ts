/** A photo's description as one line of a segment, and back. */
import { toDescriptor, type Descriptor } from "../../../src/face/descriptor.ts";
import { LANDMARK_COUNT, type Landmarks } from "../../../src/face/geometry.ts";
import { fail, ok } from "../../../src/shared/result.ts";
import type { DescribedFace, DescriptionError, PhotoDescription } from "./describedPhoto.ts";
import { recordLine } from "./segmentFile.ts";

/** Bulk numbers as float32, little-endian like the machines that run the engine, in base64. */
type Floats = string;

interface StoredFace extends Pick<DescribedFace, "box" | "score" | "quality"> {
  /** Shape [68, 2]. */
  readonly landmarks: Floats;
  readonly descriptor: Floats;
}

type StoredPhoto =
  | { readonly error: DescriptionError }
  | { readonly width: number; readonly height: number; readonly faces: readonly StoredFace[] };

export function descriptionLine(sha256: string, description: PhotoDescription): string {
  return recordLine(sha256, toStored(description));
}

/** @throws when the line is none that `descriptionLine` made */
export function parseDescription(line: string): PhotoDescription {
  // Checked against its hash when the segment was read: only its bulk is still looked at.
  const stored = JSON.parse(line) as StoredPhoto;
  if ("error" in stored) return fail(stored.error);
  const { width, height, faces } = stored;
  return ok({
    width,
    height,
    faces: faces.map(({ box, score, quality, landmarks, descriptor }) => ({
      box,
      score,
      landmarks: toLandmarks(landmarks),
      quality,
      descriptor: parseDescriptor(descriptor),
    })),
  });
}

/** The descriptors of a photo's faces on the stock crop, in the faces' order. */
export function stockCropLine(sha256: string, descriptors: readonly Descriptor[]): string {
  return recordLine(sha256, { stock: descriptors.map(toBase64) });
}

/** @throws when the line is none that `stockCropLine` made */
export function parseStockCrops(line: string): readonly Descriptor[] {
  return (JSON.parse(line) as { readonly stock: readonly Floats[] }).stock.map(parseDescriptor);
}

function toStored(description: PhotoDescription): StoredPhoto {
  if (!description.ok) return { error: description.error };
  const { width, height, faces } = description.value;
  return {
    width,
    height,
    faces: faces.map(({ box, score, quality, landmarks, descriptor }) => ({
      box,
      score,
      quality,
      landmarks: toBase64(Float32Array.from(landmarks.flatMap(({ x, y }) => [x, y]))),
      descriptor: toBase64(descriptor),
    })),
  };
}

function toLandmarks(text: Floats): Landmarks {
  const values = toFloats(text);
  if (values.length !== 2 * LANDMARK_COUNT)
    throw new Error(`A damaged record: ${values.length / 2} landmarks.`);
  return Array.from({ length: LANDMARK_COUNT }, (_, i) => ({
    x: values[2 * i]!,
    y: values[2 * i + 1]!,
  }));
}

function parseDescriptor(text: Floats): Descriptor {
  const descriptor = toDescriptor(toFloats(text));
  if (!descriptor.ok) throw new Error(`A damaged record: ${descriptor.error.kind}.`);
  return descriptor.value;
}

function toBase64({ buffer, byteOffset, byteLength }: Float32Array): Floats {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function toFloats(text: Floats): Float32Array {
  // Copied: a small Buffer lies somewhere inside a shared block, where no float may begin.
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
}
