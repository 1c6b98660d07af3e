/** How well the review order finds wrong labels: some are planted, and looked for. */
import { averagePrecision } from "../../../src/training/averagePrecision.ts";
import type { CommitteeOptions } from "../../../src/training/committee.ts";
import type { LabelledVectors } from "../../../src/training/personDistance.ts";
import { plantErrors } from "../../../src/training/plantedErrors.ts";
import { AUTO_SUSPICION, reviewOrder, type Suspect } from "../../../src/training/reviewOrder.ts";
import { seededRandom } from "../../../src/shared/random.ts";

export interface PlantedErrorOptions {
  /** Share of the photos that are moved to wrong people. */
  readonly share: number;
  readonly seeds: readonly number[];
  readonly committee?: Omit<CommitteeOptions, "seed">;
  /** Photos known to be wrong already, beside the descriptors: they count as finds. */
  readonly isWrong?: readonly boolean[];
  /** Told after each seed. */
  readonly onSeed?: (done: number, total: number) => void;
}

/** Mean and standard deviation over the seeds. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

export interface PlantedErrorFigures {
  readonly photos: number;
  /** Wrong photos of each seed: planted, and known before. */
  readonly wrong: Spread;
  /** Average precision, by the name of the score. */
  readonly averagePrecision: Readonly<Record<ScoreName, Spread>>;
  /** Share of the photos at or above `AUTO_SUSPICION` that are wrong, and of the wrong ones that are there. */
  readonly autoPrecision: Spread;
  readonly autoRecall: Spread;
  /** Share of the planted photos whose true person is named by `looksLike`. */
  readonly trueNamed: Spread;
}

/** Larger = sooner. The four scores and the two disagreements know nothing of the label. */
const SCORES = {
  random: (): number => 0,
  leastConfidence: ({ uncertainty }: Suspect) => uncertainty.leastConfidence,
  margin: ({ uncertainty }: Suspect) => uncertainty.margin,
  ratio: ({ uncertainty }: Suspect) => uncertainty.ratio,
  entropy: ({ uncertainty }: Suspect) => uncertainty.entropy,
  voteEntropy: ({ voteEntropy }: Suspect) => voteEntropy,
  divergence: ({ divergence }: Suspect) => divergence,
  votesAgainst: ({ votesAgainst }: Suspect) => votesAgainst,
  ownProbability: ({ ownProbability }: Suspect) => -ownProbability,
  logOdds: ({ logOdds }: Suspect) => logOdds,
  ownDistance: ({ ownDistance }: Suspect) => ownDistance,
  distanceRatio: ({ ownDistance, rivalDistance }: Suspect) => ownDistance / rivalDistance,
  suspicion: ({ suspicion }: Suspect) => suspicion,
} as const;

export type ScoreName = keyof typeof SCORES;

/**
 * Plants errors by each seed and ranks the photos by each score.
 *
 * Cost: a cross-validation per seed and member of the committee; 30 s a seed
 * for 3,500 photos of 211 people and three members.
 */
export function measurePlantedErrors(
  input: LabelledVectors,
  options: PlantedErrorOptions,
): PlantedErrorFigures {
  const trials = options.seeds.map((seed, done) => {
    const trial = plantedTrial(input, options, seed);
    options.onSeed?.(done + 1, options.seeds.length);
    return trial;
  });
  const spreadOf = (figure: (trial: Trial) => number) => spread(trials.map(figure));
  const names = Object.keys(SCORES) as ScoreName[];
  return {
    photos: input.labels.length,
    wrong: spreadOf(({ wrong }) => wrong),
    averagePrecision: Object.fromEntries(
      names.map((name) => [name, spreadOf(({ precisions }) => precisions[name])]),
    ) as Record<ScoreName, Spread>,
    autoPrecision: spreadOf(({ autoPrecision }) => autoPrecision),
    autoRecall: spreadOf(({ autoRecall }) => autoRecall),
    trueNamed: spreadOf(({ trueNamed }) => trueNamed),
  };
}

/** As a table in Markdown. */
export function plantedErrorTable({ averagePrecision }: PlantedErrorFigures): string {
  const rows = Object.entries(averagePrecision).map(
    ([name, { mean, deviation }]) => `| ${name} | ${mean.toFixed(3)} ± ${deviation.toFixed(3)} |`,
  );
  return ["| order by | average precision |", "| --- | --- |", ...rows].join("\n");
}

interface Trial {
  readonly wrong: number;
  readonly precisions: Readonly<Record<ScoreName, number>>;
  readonly autoPrecision: number;
  readonly autoRecall: number;
  readonly trueNamed: number;
}

function plantedTrial(
  input: LabelledVectors,
  { share, committee, isWrong }: PlantedErrorOptions,
  seed: number,
): Trial {
  const { labels, isPlanted } = plantErrors(input, share, seed);
  const order = reviewOrder({ ...input, labels }, { ...committee, seed });
  const positives = order.map(({ sample }) => isPlanted[sample]! || (isWrong?.[sample] ?? false));
  const random = seededRandom(seed);
  const precisionOf = (name: ScoreName) =>
    averagePrecision(
      order.map((suspect) => (name === "random" ? random() : SCORES[name](suspect))),
      positives,
    );
  const names = Object.keys(SCORES) as ScoreName[];
  const wrong = positives.filter(Boolean).length;
  const auto = positives.filter((_, at) => order[at]!.suspicion >= AUTO_SUSPICION);
  const planted = order.filter(({ sample }) => isPlanted[sample]);
  const named = planted.filter(({ sample, reasons }) =>
    reasons.some((one) => one.kind === "looksLike" && one.person === input.labels[sample]),
  );
  return {
    wrong,
    precisions: Object.fromEntries(names.map((name) => [name, precisionOf(name)])) as Record<
      ScoreName,
      number
    >,
    // Where nothing is that suspect, nothing is wrongly dropped.
    autoPrecision: auto.length === 0 ? 1 : auto.filter(Boolean).length / auto.length,
    autoRecall: auto.filter(Boolean).length / wrong,
    trueNamed: named.length / planted.length,
  };
}

/** @param values at least one; of a single one the deviation is 0 */
function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
