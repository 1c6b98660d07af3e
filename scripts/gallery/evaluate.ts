/** Stage 6: every figure of metrics.json. */
import { descriptorDistance, type Descriptor } from "../../src/face/descriptor.ts";
import type { Gallery } from "../../src/gallery/gallery.ts";
import { rank } from "../../src/matching/rank.ts";
import { strangerStability, type StrangerStability } from "../../src/training/strangerStability.ts";
import { acceptedAt, auroc, equalErrorRate } from "../../src/training/verification.ts";
import type { PrototypeDistances } from "./calibrate.ts";
import type { Dataset } from "./dataset.ts";
import type { UsablePhoto } from "./faces.ts";
import { crossValidated, type TrainingInput } from "./train.ts";

/** All pairs of the gallery's photos, by distance. Fractions. */
export interface VerificationScores {
  readonly eer: number;
  /** Share of pairs of one person accepted where 1 in 1,000 pairs of different people is. */
  readonly acceptedAt1e3: number;
  readonly genuinePairs: number;
  readonly impostorPairs: number;
}

export interface StrangerScores extends StrangerStability {
  /** How well the distance to the nearest prototype tells photos of the gallery's people from strangers'. */
  readonly auroc: number;
  readonly photos: number;
  readonly pairs: number;
}

/** The alignment's worth, on people of one source: top-1, 5 folds, the same photos, folds and C. */
export interface AlignmentAblation {
  readonly top1: number;
  readonly stockCropTop1: number;
  readonly photos: number;
  readonly people: number;
}

export function verificationScores({ photos, labels }: Dataset): VerificationScores {
  const genuine: number[] = [];
  const impostor: number[] = [];
  for (const [i, { face }] of photos.entries())
    for (let j = 0; j < i; j++)
      (labels[i] === labels[j] ? genuine : impostor).push(
        descriptorDistance(face.descriptor, photos[j]!.face.descriptor),
      );
  return {
    eer: equalErrorRate(genuine, impostor),
    acceptedAt1e3: acceptedAt(genuine, impostor, 1e-3),
    genuinePairs: genuine.length,
    impostorPairs: impostor.length,
  };
}

/**
 * @param strangers the usable photos of each; those with two or more are compared pairwise
 * @returns nothing for a gallery of fewer than five people, or without two photos of any stranger
 */
export function strangerScores(
  gallery: Gallery,
  strangers: readonly (readonly UsablePhoto[])[],
  distances: PrototypeDistances,
): StrangerScores | undefined {
  const prototypes = gallery.people.map((person) => person.prototype);
  const rankable = { ...gallery, prototypes };
  const pairs = strangers.flatMap((photos) => {
    const rankings = photos.map(({ face }) =>
      rank(rankable, face.descriptor).matches.map((match) => match.index),
    );
    return rankings.flatMap((first, i) =>
      rankings.slice(i + 1).map((second) => ({ first, second })),
    );
  });
  if (gallery.people.length < 5 || pairs.length === 0) return undefined;
  return {
    ...strangerStability(pairs),
    auroc: auroc(
      distances.nearestOfKnown.map((distance) => -distance),
      distances.nearestOfStrangers.map((distance) => -distance),
    ),
    photos: distances.nearestOfStrangers.length,
    pairs: pairs.length,
  };
}

/** @returns nothing when fewer than two people are of that source */
export function alignmentAblation(
  dataset: Dataset,
  source: string,
  c: number,
): AlignmentAblation | undefined {
  const input = ofSource(dataset, source, (photo) => photo.face.descriptor);
  if (input.classCount < 2) return undefined;
  const stock = ofSource(dataset, source, (photo) => photo.face.stockDescriptor);
  return {
    top1: crossValidated(input, c).scores.top1,
    stockCropTop1: crossValidated(stock, c).scores.top1,
    photos: input.labels.length,
    people: input.classCount,
  };
}

function ofSource(
  { people, photos, labels, groups }: Dataset,
  source: string,
  descriptorOf: (photo: UsablePhoto) => Descriptor,
): TrainingInput {
  const chosen = people.flatMap(({ person }, label) => (person.source === source ? [label] : []));
  const rows = labels.flatMap((label, i) => (chosen.includes(label) ? [i] : []));
  return {
    descriptors: rows.map((i) => descriptorOf(photos[i]!)),
    labels: rows.map((i) => chosen.indexOf(labels[i]!)),
    groups: rows.map((i) => groups[i]!),
    classCount: chosen.length,
  };
}
