import { assert } from "../shared/assert.ts";
import { committeeProbabilities, type CommitteeOptions } from "./committee.ts";
import { atLeast, labelEvidence, type LabelEvidence } from "./labelEvidence.ts";
import type { LabelledVectors } from "./personDistance.ts";

/** Why a photo is suspect, the weightiest reason first in a list of them. */
export type SuspectReason =
  /** The committee names another person, and the face is as near to that person's photos as their own are. */
  | { readonly kind: "looksLike"; readonly person: number }
  /** Unlike the person's other photos: somebody unknown, or a face that cannot be told. */
  | { readonly kind: "farFromOwn" }
  /** The committee's members name different people. */
  | { readonly kind: "disputed" }
  /** Nobody is more probable than all others together. */
  | { readonly kind: "uncertain" };

export interface Suspect extends LabelEvidence {
  /** Larger = sooner: −log(ownProbability) + 2 · ownDeviation, in nats. About 0 for a good photo. */
  readonly suspicion: number;
  /** The suspicion as a rough probability that the photo is wrong or useless, for a page to show. In [0, 1]. */
  readonly wrongProbability: number;
  /** Empty for most. */
  readonly reasons: readonly SuspectReason[];
}

/**
 * From here on a photo may be dropped unseen. On 3,530 photos of 211 people, of
 * which 57 were wrong or useless to the eye: 46 photos reach it, all of them
 * such; the first good one stands at 8.9. On planted errors: docs/curation.md.
 */
export const AUTO_SUSPICION = 10;

/**
 * Where as many photos are wrong as right, in nats. Of the same photos 1 in 74 was wrong
 * from 4 to 5, 6 in 31 from 6 to 8, 4 in 9 from 8 to 10: a logistic curve of slope 1.
 */
const EVEN_SUSPICION = 8.5;

/** What a deviation of the own distance counts against a nat of the own probability. */
const DEVIATION_WEIGHT = 2;

/** Own distances this far out: 1.4 % of 3,473 photos that were right to the eye. */
const FAR_DEVIATIONS = 2.5;

/**
 * Ranks every photo by how likely its label is wrong or its face unusable,
 * the likeliest first.
 *
 * A photo moved from one person to another betrays itself by the probability
 * of its label. Somebody unknown, of whom the committee has never heard, does
 * by the distance, which is compared with what is usual over everybody, so
 * that a folder of mostly other people is not its own yardstick.
 *
 * @returns a suspect per sample; of equally suspect ones the lower index first. The same for the same seed
 * @throws where somebody has no two groups of photos, or a fit fails
 */
export function reviewOrder(input: LabelledVectors, options: CommitteeOptions): readonly Suspect[] {
  const members = committeeProbabilities(input, options);
  assert(members.ok, `the committee: ${JSON.stringify(members)}`);
  return rankSuspects(labelEvidence(input, members.value));
}

/** @param evidence of every sample */
export function rankSuspects(evidence: readonly LabelEvidence[]): readonly Suspect[] {
  return evidence
    .map((one): Suspect => {
      const suspicion = suspicionOf(one);
      const wrongProbability = 1 / (1 + Math.exp(EVEN_SUSPICION - suspicion));
      return { ...one, suspicion, wrongProbability, reasons: reasonsAgainst(one) };
    })
    .sort((a, b) => b.suspicion - a.suspicion || a.sample - b.sample);
}

function suspicionOf({ ownProbability, ownDeviation }: LabelEvidence): number {
  return DEVIATION_WEIGHT * ownDeviation - Math.log(atLeast(ownProbability));
}

function reasonsAgainst(evidence: LabelEvidence): readonly SuspectReason[] {
  const { ownProbability, rival, rivalProbability, rivalDeviation } = evidence;
  const reasons: SuspectReason[] = [];
  if (rivalProbability > Math.max(ownProbability, 0.5) && rivalDeviation < FAR_DEVIATIONS)
    reasons.push({ kind: "looksLike", person: rival });
  if (evidence.ownDeviation > FAR_DEVIATIONS) reasons.push({ kind: "farFromOwn" });
  if (evidence.voteEntropy > 0) reasons.push({ kind: "disputed" });
  if (Math.max(ownProbability, rivalProbability) < 0.5) reasons.push({ kind: "uncertain" });
  return reasons;
}
