import { uncertainty, type Uncertainty } from "../matching/uncertainty.ts";
import { assert } from "../shared/assert.ts";
import { disagreement, meanDistribution } from "./disagreement.ts";
import { predictedLabels } from "./identificationScores.ts";
import { personDistance, type LabelledVectors } from "./personDistance.ts";
import { sorted } from "./sortedValues.ts";

/** What speaks for and against the label of one sample. */
export interface LabelEvidence {
  /** Index into the samples. */
  readonly sample: number;
  readonly label: number;
  /** Mean over the committee of the label's probability, out of fold. */
  readonly ownProbability: number;
  /** The most probable people, the label among them or not, best first. */
  readonly likeliest: readonly { readonly person: number; readonly probability: number }[];
  /** The most probable other person. */
  readonly rival: number;
  readonly rivalProbability: number;
  /** log(rivalProbability / ownProbability), in nats: above 0 where the rival is more probable. */
  readonly logOdds: number;
  /** Of the committee's mean distribution. Knows nothing of the label. */
  readonly uncertainty: Uncertainty;
  /** As in `Disagreement`. */
  readonly voteEntropy: number;
  /** As in `Disagreement`. */
  readonly divergence: number;
  /** Share of the committee whose first choice is not the label. */
  readonly votesAgainst: number;
  /** Distance to the label's other photos, as in `personDistance`. */
  readonly ownDistance: number;
  /** Distance to the rival's photos. */
  readonly rivalDistance: number;
  /** How far `ownDistance` is from the usual one, in robust standard deviations. */
  readonly ownDeviation: number;
  /** `rivalDistance` on the same scale. */
  readonly rivalDeviation: number;
}

/** What is usual between a photo and its person's others, over everybody. */
interface UsualDistance {
  readonly median: number;
  /** Robust standard deviation: 1.4826 times the median absolute deviation. */
  readonly deviation: number;
}

/**
 * Where in the sorted distances to a person's photos `personDistance` looks.
 * Measured on photos that a person had judged: average precision of the own
 * distance 0.96 at 0.1 and at 0.25, 0.86 at 0.5, where a folder of mostly
 * other people makes the right photos look wrong.
 */
const NEAR_SHARE = 0.25;

/** Names worth showing beside a photo. */
const LIKELIEST = 3;

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * Gathers the evidence about each label.
 *
 * @param members distributions of each member of a committee, as `committeeProbabilities` gives them
 * @throws where somebody has no two groups of photos: nothing can be said of such a photo
 *
 * Source: Northcutt et al., Confident Learning (2021), for judging a label by out-of-fold
 * probabilities; Rousseeuw & Croux, Alternatives to the Median Absolute Deviation (1993).
 */
export function labelEvidence(
  input: LabelledVectors,
  members: readonly Float64Array[],
): readonly LabelEvidence[] {
  const { labels, classCount } = input;
  assert(classCount >= 2, `${classCount} people`);
  const count = labels.length;
  const distanceTo = personDistance(input, NEAR_SHARE);
  const ownDistances = Float64Array.from(labels, (label, sample) => distanceTo(sample, label));
  const usual = usualDistance(ownDistances);
  const mean = meanDistribution(members);
  const { voteEntropy, divergence } = disagreement(members, count);
  const votes = members.map((member) => predictedLabels(member, count));

  return labels.map((label, sample): LabelEvidence => {
    const row = mean.subarray(sample * classCount, (sample + 1) * classCount);
    const rival = likeliestOther(row, label);
    const [ownProbability, rivalProbability] = [row[label]!, row[rival]!];
    const rivalDistance = distanceTo(sample, rival);
    return {
      sample,
      label,
      ownProbability,
      likeliest: likeliestPeople(row),
      rival,
      rivalProbability,
      logOdds: Math.log(atLeast(rivalProbability) / atLeast(ownProbability)),
      uncertainty: uncertainty(row),
      voteEntropy: voteEntropy[sample]!,
      divergence: divergence[sample]!,
      votesAgainst: votes.filter((vote) => vote[sample] !== label).length / votes.length,
      ownDistance: ownDistances[sample]!,
      rivalDistance,
      ownDeviation: deviationFrom(usual, ownDistances[sample]!),
      rivalDeviation: deviationFrom(usual, rivalDistance),
    };
  });
}

/** No photo's evidence may be infinite: a probability of 0 counts as 2⁻⁵². */
export function atLeast(probability: number): number {
  return Math.max(Number.EPSILON, probability);
}

/** Over everybody, not over each person: where most of a folder is somebody else, that is not usual. */
function usualDistance(ownDistances: Float64Array): UsualDistance {
  assert(ownDistances.every(Number.isFinite), "everybody has two groups of photos");
  const median = middle(sorted(ownDistances));
  const absolute = ownDistances.map((distance) => Math.abs(distance - median));
  return { median, deviation: MAD_TO_DEVIATION * middle(sorted(absolute)) };
}

function deviationFrom({ median, deviation }: UsualDistance, distance: number): number {
  return (distance - median) / Math.max(Number.EPSILON, deviation);
}

function middle(ascending: Float64Array): number {
  const half = (ascending.length - 1) / 2;
  return (ascending[Math.floor(half)]! + ascending[Math.ceil(half)]!) / 2;
}

function likeliestPeople(row: Float64Array): LabelEvidence["likeliest"] {
  return Array.from(row, (probability, person) => ({ person, probability }))
    .sort((a, b) => b.probability - a.probability || a.person - b.person)
    .slice(0, LIKELIEST);
}

function likeliestOther(row: Float64Array, label: number): number {
  let best = label === 0 ? 1 : 0;
  for (const [k, probability] of row.entries())
    if (k !== label && probability > row[best]!) best = k;
  return best;
}
