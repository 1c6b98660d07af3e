/** What the builder's tests are made of. */
import type { Descriptor } from "../../src/face/descriptor.ts";
import type { Landmarks } from "../../src/face/geometry.ts";
import type { FaceQuality } from "../../src/face/quality.ts";
import type { DescribedFace } from "./describe/describedPhoto.ts";
import type { Candidate } from "./dataset.ts";
import type { UsablePhoto } from "./faces.ts";

/** 128 values: the given ones, then zeros. */
export function descriptorAt(...place: readonly number[]): Descriptor {
  const values = new Float32Array(128);
  values.set(place);
  return values as Descriptor;
}

/** A sharp, frontal face of good size, but for what `change` says. */
export function describedFace(
  descriptor: Descriptor,
  change: Partial<FaceQuality> = {},
  landmarks: Landmarks = [],
): DescribedFace {
  const quality: FaceQuality = {
    eyeDistancePx: 60,
    roll: 0,
    yaw: 0,
    pitch: 0,
    sharpness: 9,
    brightness: 120,
    verdict: "usable",
    ...change,
  };
  const box = { x: 0, y: 0, width: 9, height: 9 };
  return { box, score: 0.9, landmarks, quality, descriptor, stockDescriptor: descriptor };
}

export function usablePhoto(name: string, face: DescribedFace): UsablePhoto {
  return { photo: { name, path: name, sha256: name }, face };
}

/** A person with one photo at each descriptor. */
export function candidate(id: string, descriptors: readonly Descriptor[]): Candidate {
  const person = {
    id,
    name: id.toUpperCase(),
    presentsAs: "woman",
    field: "screen",
    region: undefined,
    source: "s",
    photos: [],
  };
  return {
    person,
    photos: descriptors.map((at, i) => usablePhoto(`${id}/${i}.jpg`, describedFace(at))),
  };
}
