/** What training, calibration and evaluation work on. */
import { createHash } from "node:crypto";

import { descriptorDistance, type Descriptor } from "../../src/face/descriptor.ts";
import type { UsablePhoto } from "./faces.ts";
import type { ListedPerson } from "./scan.ts";

/** A person with the photos that passed. */
export interface Candidate {
  readonly person: ListedPerson;
  readonly photos: readonly UsablePhoto[];
}

export interface Dataset {
  readonly people: readonly Candidate[];
  /** Everybody's photos, one after the other; the arrays below run beside it. */
  readonly photos: readonly UsablePhoto[];
  /** Index into `people`. */
  readonly labels: readonly number[];
  /** Photos of one group are nearly the same picture: they stay in one fold. */
  readonly groups: readonly string[];
  /** SHA-256 over ids, photos and descriptors, in hex. */
  readonly sha256: string;
}

/**
 * Two photos of a person nearer than this are taken for one picture (a copy, a
 * crop, its mirror image, the next frame). By looking: of eight pairs between
 * 0.15 and 0.22 seven were one picture or one moment; different photos of a
 * person are mostly 0.3 to 0.5 apart.
 */
const SAME_PICTURE = 0.2;

/** Enough photos, and not all of them one picture: each class must be in two folds. */
export function isTrainable({ photos }: Candidate, minPhotos: number): boolean {
  return photos.length >= minPhotos && new Set(groupsOf(photos)).size >= 2;
}

export function createDataset(people: readonly Candidate[]): Dataset {
  const hash = createHash("sha256");
  for (const { person, photos } of people) {
    hash.update(person.id);
    for (const { photo, face } of photos)
      hash.update(photo.sha256).update(new Uint8Array(Float32Array.from(face.descriptor).buffer));
  }
  return {
    people,
    photos: people.flatMap(({ photos }) => photos),
    labels: people.flatMap(({ photos }, label) => photos.map(() => label)),
    groups: people.flatMap(({ person, photos }) =>
      groupsOf(photos).map((group) => `${person.id} ${group}`),
    ),
    sha256: hash.digest("hex"),
  };
}

export function meanDescriptor(descriptors: readonly Descriptor[]): Descriptor {
  const mean = new Float64Array(descriptors[0]!.length);
  for (const descriptor of descriptors)
    for (let i = 0; i < mean.length; i++) mean[i]! += descriptor[i]! / descriptors.length;
  // A mean of descriptors is one: finite, of their length, and not zero but by a miracle.
  return Float32Array.from(mean) as Descriptor;
}

/** The group of each photo: the smallest index among the pictures it hangs together with. */
function groupsOf(photos: readonly UsablePhoto[]): readonly number[] {
  const groups = photos.map((_, i) => i);
  for (const [i, a] of photos.entries())
    for (let j = 0; j < i; j++) {
      const b = photos[j]!;
      if (groups[i] === groups[j] || !isSamePicture(a, b)) continue;
      const [kept, merged] = [Math.min(groups[i]!, groups[j]!), Math.max(groups[i]!, groups[j]!)];
      for (const [k, group] of groups.entries()) if (group === merged) groups[k] = kept;
    }
  return groups;
}

export function isSamePicture(a: UsablePhoto, b: UsablePhoto): boolean {
  return (
    a.photo.sha256 === b.photo.sha256 ||
    descriptorDistance(a.face.descriptor, b.face.descriptor) < SAME_PICTURE
  );
}
