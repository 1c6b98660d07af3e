/** What the engine said of each photo, kept by the photo's content and the engine's version. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { toDescriptor, type Descriptor } from "../../../src/face/descriptor.ts";
import type { Landmarks, PixelBox } from "../../../src/face/geometry.ts";
import type { FaceQuality } from "../../../src/face/quality.ts";
import type { Result } from "../../../src/shared/result.ts";
import type { PhotoError } from "../../photo/decodePhoto.ts";
import { writeWhole } from "../atomicFile.ts";

/** Raised when the entries change their layout. */
const LAYOUT = 1;

/** A face without its pixels. */
export interface DescribedFace {
  readonly box: PixelBox;
  readonly score: number;
  readonly landmarks: Landmarks;
  readonly quality: FaceQuality;
  readonly descriptor: Descriptor;
  /** The recogniser on face-api's own crop, unrotated and unmirrored: for the ablation alone. */
  readonly stockDescriptor: Descriptor;
}

export interface DescribedPhoto {
  readonly width: number;
  readonly height: number;
  /** Largest first. */
  readonly faces: readonly DescribedFace[];
}

export type PhotoDescription = Result<DescribedPhoto, PhotoError>;

export interface PhotoCache {
  readonly engineVersion: string;
  has(sha256: string): boolean;
  /** @throws when there is no entry, or one that is not as `put` wrote it */
  get(sha256: string): Promise<PhotoDescription>;
  put(sha256: string, description: PhotoDescription): Promise<void>;
}

/** @param dir the cache's folder; made when the first entry is put */
export function openPhotoCache(dir: string, engineVersion: string): PhotoCache {
  const folder = join(dir, "photos", `${engineVersion.replaceAll(/\W+/g, "-")}-${LAYOUT}`);
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.json`);
  return {
    engineVersion,
    has: (sha256) => existsSync(pathOf(sha256)),
    get: async (sha256) => fromJson(JSON.parse(await readFile(pathOf(sha256), "utf8")) as Stored),
    put: (sha256, description) => writeWhole(pathOf(sha256), JSON.stringify(toJson(description))),
  };
}

interface StoredFace extends Omit<DescribedFace, "descriptor" | "stockDescriptor"> {
  readonly descriptor: readonly number[];
  readonly stockDescriptor: readonly number[];
}

type Stored =
  | { readonly error: PhotoError }
  | { readonly width: number; readonly height: number; readonly faces: readonly StoredFace[] };

function toJson(description: PhotoDescription): Stored {
  if (!description.ok) return { error: description.error };
  const { width, height, faces } = description.value;
  return { width, height, faces: faces.map(storedFace) };
}

function storedFace(face: DescribedFace): StoredFace {
  const { box, score, landmarks, quality, descriptor, stockDescriptor } = face;
  return {
    box,
    score,
    landmarks,
    quality,
    descriptor: [...descriptor],
    stockDescriptor: [...stockDescriptor],
  };
}

function fromJson(stored: Stored): PhotoDescription {
  if ("error" in stored) return { ok: false, error: stored.error };
  const faces = stored.faces.map((face) => ({
    ...face,
    descriptor: descriptorOf(face.descriptor),
    stockDescriptor: descriptorOf(face.stockDescriptor),
  }));
  return { ok: true, value: { ...stored, faces } };
}

function descriptorOf(values: readonly number[]): Descriptor {
  const descriptor = toDescriptor(Float32Array.from(values));
  if (!descriptor.ok)
    throw new Error(`A damaged cache entry: ${descriptor.error.kind}. Delete it.`);
  return descriptor.value;
}
