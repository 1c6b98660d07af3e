/** Which photos of a person make the portrait. */
import { descriptorDistance, type Descriptor } from "../../../src/face/descriptor.ts";
import type { FaceQuality } from "../../../src/face/quality.ts";
import { SAME_FACE } from "../curate/findDuplicates.ts";
import type { UsablePhoto } from "../faces.ts";

/** More photos than this only blur (by eye). */
const MOST = 24;
/** Below this the limits on pose are given up rather than the portrait. */
const FEWEST = 6;
/** A nose tip 0.22 of the eye distance off the middle, in degrees of `FaceQuality.yaw`. */
const MAX_YAW = 26;
const MAX_PITCH = 22;
/** Within this of the most central photo it is taken to be the same person. Source: the usual threshold of dlib's network. */
const SAME_PERSON = 0.6;

/**
 * The most frontal and largest photos of whoever most of the photos show, each
 * picture once: neither a namesake nor a much copied photo may shape the portrait.
 *
 * @returns at least one of `photos` if there is any; best first
 */
export function choosePortraitPhotos(photos: readonly UsablePhoto[]): readonly UsablePhoto[] {
  const ordered = sameAsMost(photos).toSorted(
    (a, b) => photoWeight(b.face.quality) - photoWeight(a.face.quality),
  );
  const different = ordered.filter(
    (photo, i) => !ordered.slice(0, i).some((better) => isSamePicture(photo, better)),
  );
  const frontal = different.filter(({ face }) => isFrontal(face.quality));
  return (frontal.length >= FEWEST ? frontal : different).slice(0, MOST);
}

/**
 * How much a photo counts in the blend, in (0, 1]: small faces bring little
 * detail, and turning away hides half of the face. Never less than a third, so
 * that no portrait is mostly one photo.
 */
export function photoWeight({ eyeDistancePx, yaw, pitch }: FaceQuality): number {
  const size = Math.min(1, eyeDistancePx / 60);
  const pose = 1 / (1 + (yaw / 20) ** 2 + (pitch / 20) ** 2);
  return Math.max(1 / 3, size * pose);
}

function isFrontal({ yaw, pitch }: FaceQuality): boolean {
  return Math.abs(yaw) <= MAX_YAW && Math.abs(pitch) <= MAX_PITCH;
}

function isSamePicture(a: UsablePhoto, b: UsablePhoto): boolean {
  return (
    a.photo.sha256 === b.photo.sha256 ||
    descriptorDistance(a.face.descriptor, b.face.descriptor) < SAME_FACE
  );
}

function sameAsMost(photos: readonly UsablePhoto[]): readonly UsablePhoto[] {
  let most: readonly UsablePhoto[] = [];
  for (const { face } of photos) {
    const near = photos.filter((other) => isSame(other.face.descriptor, face.descriptor));
    if (near.length > most.length) most = near;
  }
  return most;
}

function isSame(a: Descriptor, b: Descriptor): boolean {
  return descriptorDistance(a, b) <= SAME_PERSON;
}
