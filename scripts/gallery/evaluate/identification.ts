/** Who is recognised, who is taken for whom, and how sure one can be of it. */
import { confusions } from "../../../src/training/confusions.ts";
import type { Outcomes } from "../../../src/training/foldModels.ts";
import { groupScores, overallScore, type GroupScore } from "../../../src/training/groupScores.ts";
import { reliabilityBins } from "../../../src/training/reliability.ts";
import type { Dataset } from "../dataset.ts";
import type {
  Confusion,
  GalleryMetrics,
  GroupFigures,
  Interval,
  ReliabilityBin,
} from "./galleryMetrics.ts";

/** Of the resamples of people. */
const BOOTSTRAP_SEED = 20240530;

/** What is measured beside the scores of training, all from the same outcomes. */
export interface IdentificationDetails {
  readonly top1Interval: Interval;
  readonly top5Interval: Interval;
  readonly reliability: readonly ReliabilityBin[];
  readonly confusions: readonly Confusion[];
  readonly perPerson: readonly GroupFigures[];
  readonly groups: GalleryMetrics["groups"];
}

/**
 * Intervals of several people come from a bootstrap over people, since photos
 * of one person are not independent; a single person's is Wilson's.
 */
export function identificationDetails(dataset: Dataset, outcomes: Outcomes): IdentificationDetails {
  const { labels } = dataset;
  const people = dataset.people.map(({ person }) => person);
  const photos = { labels, hits: hitsWithin(outcomes, 1) };
  const byGroup = (groupOf: readonly (string | undefined)[]) =>
    groupScores(photos, groupOf, BOOTSTRAP_SEED)
      .map(groupFigures)
      .toSorted((a, b) => (a.group < b.group ? -1 : 1));
  return {
    top1Interval: overallScore(photos, BOOTSTRAP_SEED).interval,
    top5Interval: overallScore({ labels, hits: hitsWithin(outcomes, 5) }, BOOTSTRAP_SEED).interval,
    reliability: reliabilityBins(outcomes.confidences, photos.hits).map(({ count, ...bin }) => ({
      from: bin.from,
      to: bin.to,
      photos: count,
      confidence: bin.confidence,
      accuracy: bin.accuracy,
    })),
    confusions: confusions(outcomes.labels, outcomes.predicted).map(
      ({ label, takenFor, count }) => ({
        person: people[label]!.id,
        takenFor: people[takenFor]!.id,
        photos: count,
      }),
    ),
    perPerson: groupScores(
      photos,
      people.map(({ id }) => id),
      BOOTSTRAP_SEED,
    ).map(groupFigures),
    groups: {
      presentsAs: byGroup(people.map(({ presentsAs }) => presentsAs)),
      field: byGroup(people.map(({ field }) => field)),
      region: byGroup(people.map(({ region }) => region)),
    },
  };
}

function hitsWithin({ predicted, labels, ownRanks }: Outcomes, k: number): readonly boolean[] {
  return Array.from(ownRanks, (rank, i) => (k === 1 ? predicted[i] === labels[i] : rank < k));
}

function groupFigures({ group, people, photos, share, interval }: GroupScore): GroupFigures {
  return { group, people, photos, top1: share, interval };
}
