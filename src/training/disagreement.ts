import { assert } from "../shared/assert.ts";
import { predictedLabels } from "./identificationScores.ts";

/** How far the members of a committee are from agreeing on each sample. Shape [sampleCount], each in [0, 1]. */
export interface Disagreement {
  /** Entropy of the members' first choices, as a share of the largest possible one. */
  readonly voteEntropy: Float64Array;
  /**
   * Jensen-Shannon divergence: the mean Kullback-Leibler divergence of a member's
   * distribution from the mean of all, as a share of the largest possible one, log(members).
   */
  readonly divergence: Float64Array;
}

/**
 * Scores the disagreement of several models.
 *
 * @param members the distributions of each model, shape [sampleCount, classCount], row-major
 * @throws with fewer than two members, or members of different shape
 *
 * Source: Dagan & Engelson, Committee-Based Sampling (1995), for the votes;
 * McCallum & Nigam, Employing EM and Pool-Based Active Learning (1998), for the divergence.
 */
export function disagreement(members: readonly Float64Array[], sampleCount: number): Disagreement {
  assert(members.length >= 2, `a committee of ${members.length}`);
  assert(
    members.every((member) => member.length === members[0]!.length),
    "every member judges the same samples and classes",
  );
  const classCount = members[0]!.length / sampleCount;
  const votes = members.map((member) => predictedLabels(member, sampleCount));
  const mostVoices = Math.log(Math.min(members.length, classCount));
  const voteEntropy = new Float64Array(sampleCount);
  const divergence = new Float64Array(sampleCount);
  for (let s = 0; s < sampleCount; s++) {
    const chosen = votes.map((vote) => vote[s]!);
    voteEntropy[s] = withinUnit(entropyOfVotes(chosen) / mostVoices);
    const rows = members.map((member) => member.subarray(s * classCount, (s + 1) * classCount));
    divergence[s] = withinUnit(meanDivergence(rows) / Math.log(members.length));
  }
  return { voteEntropy, divergence };
}

/** Mean of the members' distributions: shape of one member. */
export function meanDistribution(members: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(members[0]!.length);
  for (const member of members)
    for (let i = 0; i < mean.length; i++) mean[i]! += member[i]! / members.length;
  return mean;
}

function entropyOfVotes(votes: readonly number[]): number {
  let entropy = 0;
  for (const label of new Set(votes)) {
    const share = votes.filter((vote) => vote === label).length / votes.length;
    entropy -= share * Math.log(share);
  }
  return entropy;
}

/** In nats. */
function meanDivergence(rows: readonly Float64Array[]): number {
  const mean = meanDistribution(rows);
  let sum = 0;
  for (const row of rows)
    for (let k = 0; k < row.length; k++)
      // 0 · log 0 counts as 0, its limit; where a member is above 0 the mean is too.
      if (row[k]! > 0) sum += row[k]! * Math.log(row[k]! / mean[k]!);
  return sum / rows.length;
}

/** Rounding may carry a score a few 1e-16 past its end; one class leaves nothing to disagree on, 0 / 0. */
function withinUnit(score: number): number {
  return score > 0 ? Math.min(1, score) : 0;
}
