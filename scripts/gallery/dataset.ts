/** What training, calibration and evaluation work on. */
import { createHash } from "node:crypto";

import type { Descriptor } from "../../src/face/descriptor.ts";
import { findDuplicates } from "./curate/findDuplicates.ts";
import type { HashesByPhoto } from "./curate/hashStore.ts";
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
  /** Photos of one group are one picture, or nearly (findDuplicates): they stay in one fold. */
  readonly groups: readonly string[];
  /** SHA-256 over ids, photos and descriptors, in hex. */
  readonly sha256: string;
}

/**
 * @param hashes perceptual hashes by SHA-256; without them copies are known by their bytes and faces alone
 */
export function createDataset(
  people: readonly Candidate[],
  hashes: HashesByPhoto = new Map(),
): Dataset {
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
    groups: groupsOf(people, hashes),
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

/** A group for each cluster of duplicates, whoever they are filed under, and for each photo that has none. */
function groupsOf(people: readonly Candidate[], hashes: HashesByPhoto): readonly string[] {
  const compared = people.flatMap(({ person, photos }) =>
    photos.map(({ photo, face }) => ({
      name: photo.name,
      person: person.id,
      sha256: photo.sha256,
      descriptor: face.descriptor,
      hash: hashes.get(photo.sha256),
    })),
  );
  const groups = new Map<string, string>();
  for (const { photos } of findDuplicates(compared))
    for (const name of photos) groups.set(name, photos[0]!);
  return compared.map(({ name }) => groups.get(name) ?? name);
}
