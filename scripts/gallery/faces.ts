/** Stage 3: which photos show exactly one usable face, and why the others do not. */
import type { QualityVerdict } from "../../src/face/quality.ts";
import type { PhotoError } from "../photo/decodePhoto.ts";
import type { DescribedFace, PhotoCache, PhotoDescription } from "./describe/photoCache.ts";
import type { PhotoFile } from "./scan.ts";

export type Reason =
  PhotoError["kind"] | "noFace" | "severalFaces" | Exclude<QualityVerdict, "usable">;

export type FaceChoice =
  | { readonly kind: "usable"; readonly face: DescribedFace }
  | { readonly kind: "unusable"; readonly reason: Reason };

export interface JudgedPhoto {
  readonly photo: PhotoFile;
  readonly choice: FaceChoice;
}

/** A photo with its one usable face. */
export interface UsablePhoto {
  readonly photo: PhotoFile;
  readonly face: DescribedFace;
}

/**
 * Somebody this much smaller than the first face stands in the background and
 * does not make the photo ambiguous. By eye distance; unmeasured.
 */
const BACKGROUND_SHARE = 1 / 3;

/** Exactly one face that can be read, or the first reason against the photo. */
export function chooseOnlyFace(description: PhotoDescription): FaceChoice {
  if (!description.ok) return unusable(description.error.kind);
  const [face, ...others] = description.value.faces;
  if (!face) return unusable("noFace");
  const background = face.quality.eyeDistancePx * BACKGROUND_SHARE;
  if (others.some((other) => other.quality.eyeDistancePx > background))
    return unusable("severalFaces");
  const { verdict } = face.quality;
  return verdict === "usable" ? { kind: "usable", face } : unusable(verdict);
}

/** The verdict on each photo, from the cache that stage 2 filled. */
export async function judgePhotos(
  photos: readonly PhotoFile[],
  cache: PhotoCache,
): Promise<readonly JudgedPhoto[]> {
  const judged: JudgedPhoto[] = [];
  for (const photo of photos) {
    const choice = cache.has(photo.sha256)
      ? chooseOnlyFace(await cache.get(photo.sha256))
      : unusable("unreadable");
    judged.push({ photo, choice });
  }
  return judged;
}

export function usableOnly(judged: readonly JudgedPhoto[]): readonly UsablePhoto[] {
  return judged.flatMap(({ photo, choice }) =>
    choice.kind === "usable" ? [{ photo, face: choice.face }] : [],
  );
}

function unusable(reason: Reason): FaceChoice {
  return { kind: "unusable", reason };
}
