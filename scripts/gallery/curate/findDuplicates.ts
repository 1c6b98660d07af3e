/** Photos that are one picture: by their bytes, by how they look, by the face in them. */
import { descriptorDistance, type Descriptor } from "../../../src/face/descriptor.ts";
import { forEachNearDescriptor } from "./nearDescriptors.ts";
import { forEachNearHash } from "./nearHashes.ts";
import type { PerceptualHash } from "./perceptualHash.ts";

export interface ComparedPhoto {
  /** "folder/file". */
  readonly name: string;
  /** Id of the person it is filed under, whichever folder it lies in. */
  readonly person: string;
  readonly sha256: string;
  /** Absent without exactly one usable face. */
  readonly descriptor: Descriptor | undefined;
  /** Absent for what cannot be decoded, or is too plain to be compared. */
  readonly hash: PerceptualHash | undefined;
}

/** From certain to likely: the same file; the same view; the same face in the same moment. */
export type DuplicateKind = "bytes" | "picture" | "descriptor";

/** Photos that hang together, each with at least one of the others. */
export interface DuplicateCluster {
  /** The weakest link that is needed to hold it together. */
  readonly kind: DuplicateKind;
  /** Names, at least two, sorted. */
  readonly photos: readonly string[];
  /** Filed under several people: at most one of them is right. */
  readonly acrossPeople: boolean;
}

/**
 * Bits of the perceptual hash in which copies may differ. Measured on 3,770
 * photos of 211 people, 7.1 million pairs: all 45 pairs up to 6 are one picture
 * by looking, the first of two people has 7. Of every tenth photo, compressed
 * to quality 30, halved, darkened or mirrored, every copy is found; with 5 % cut
 * off 47 %, with 10 % cut off 1 %: crops are left to the descriptor.
 */
const SAME_PICTURE_BITS = 6;

/**
 * Two faces further apart than this are not in one picture, however alike it
 * looks. Measured: pairs of copies reach 0.38 (small against large), the twenty
 * pairs of two people with at most 10 bits of difference begin at 0.63.
 */
const OTHER_FACE = 0.5;

/**
 * Faces nearer than this are one picture: a copy, a crop, its mirror image, the
 * next frame. By looking: of eight pairs between 0.15 and 0.22 seven were one
 * picture or one moment; different photos of a person are mostly 0.3 to 0.5
 * apart, and no two of 211 people have photos nearer than 0.28.
 */
export const SAME_FACE = 0.2;

/**
 * Clusters of duplicates, ordered by their first photo. The photos' order does
 * not matter.
 *
 * Exact, and flat in memory. Cost: see `forEachNearHash` and
 * `forEachNearDescriptor`, of which the second grows as the square.
 */
export function findDuplicates(photos: readonly ComparedPhoto[]): readonly DuplicateCluster[] {
  const clusters = createClusters(photos.length);
  const firstOf = new Map<string, number>();
  for (const [i, { sha256 }] of photos.entries()) {
    const first = firstOf.get(sha256);
    if (first === undefined) firstOf.set(sha256, i);
    else clusters.join(i, first, "bytes");
  }

  linkPictures(photos, clusters);
  linkFaces(photos, clusters);
  return clusters
    .found()
    .map(({ kind, members }) =>
      clusterOf(
        kind,
        members.map((i) => photos[i]!),
      ),
    )
    .toSorted((a, b) => (a.photos[0]! < b.photos[0]! ? -1 : 1));
}

function linkPictures(photos: readonly ComparedPhoto[], clusters: Clusters): void {
  const asked = indicesOf(photos, ({ hash }) => hash !== undefined);
  const hashes = asked.map((i) => photos[i]!.hash!);
  forEachNearHash(hashes, SAME_PICTURE_BITS, (a, b) => {
    const [i, j] = [asked[a]!, asked[b]!];
    if (!areOtherFaces(photos[i]!, photos[j]!)) clusters.join(i, j, "picture");
  });
}

function linkFaces(photos: readonly ComparedPhoto[], clusters: Clusters): void {
  const asked = indicesOf(photos, ({ descriptor }) => descriptor !== undefined);
  const descriptors = asked.map((i) => photos[i]!.descriptor!);
  forEachNearDescriptor(descriptors, SAME_FACE, (a, b) => {
    clusters.join(asked[a]!, asked[b]!, "descriptor");
  });
}

function indicesOf(
  photos: readonly ComparedPhoto[],
  isAsked: (photo: ComparedPhoto) => boolean,
): readonly number[] {
  return photos.flatMap((photo, i) => (isAsked(photo) ? [i] : []));
}

function areOtherFaces(a: ComparedPhoto, b: ComparedPhoto): boolean {
  if (!a.descriptor || !b.descriptor) return false;
  return descriptorDistance(a.descriptor, b.descriptor) > OTHER_FACE;
}

function clusterOf(kind: DuplicateKind, members: readonly ComparedPhoto[]): DuplicateCluster {
  return {
    kind,
    photos: members.map(({ name }) => name).toSorted(),
    acrossPeople: new Set(members.map(({ person }) => person)).size > 1,
  };
}

interface Clusters {
  /** Stronger kinds of links must come first. */
  readonly join: (i: number, j: number, kind: DuplicateKind) => void;
  /** Sets of two or more, with the last kind of link that joined something to them. */
  readonly found: () => readonly FoundCluster[];
}

interface FoundCluster {
  readonly kind: DuplicateKind;
  readonly members: readonly number[];
}

/** Disjoint sets, with path halving. Source: Tarjan & van Leeuwen, "Worst-case Analysis of Set Union Algorithms" (1984). */
function createClusters(count: number): Clusters {
  const parents = Uint32Array.from({ length: count }, (_, i) => i);
  const kinds = new Map<number, DuplicateKind>();

  function rootOf(i: number): number {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  return {
    join: (i, j, kind) => {
      const [a, b] = [rootOf(i), rootOf(j)];
      if (a === b) return;
      parents[Math.max(a, b)] = Math.min(a, b);
      kinds.set(Math.min(a, b), kind);
    },
    found: () => {
      const members = new Map<number, number[]>();
      for (const i of parents.keys()) {
        const some = members.get(rootOf(i));
        if (some) some.push(i);
        else members.set(rootOf(i), [i]);
      }
      return [...members]
        .filter(([, some]) => some.length > 1)
        .map(([root, some]) => ({ kind: kinds.get(root)!, members: some }));
    },
  };
}
