/** Stage 8, put together: the content of metrics.json, and what only the page of figures plots. */
import type { StrangerPhotos } from "../../../src/training/evenedBiases.ts";
import type { PrototypeDistances } from "../calibrate.ts";
import type { Dataset } from "../dataset.ts";
import type { UsablePhoto } from "../faces.ts";
import { rounded, type GalleryFiles } from "../galleryFiles.ts";
import { cachedStage } from "../stageCache.ts";
import { crossValidated, FOLDS, SEED, type IdentificationScores, type Trained } from "../train.ts";
import { calibrationError } from "../../../src/training/reliability.ts";
import { alignmentFigures } from "./alignment.ts";
import { descriptorCorrelations } from "./descriptors.ts";
import type { FigureData } from "./figuresPage.ts";
import type { GalleryMetrics, IdentificationFigures } from "./galleryMetrics.ts";
import { identificationDetails } from "./identification.ts";
import { originalFigures } from "./originalFigures.ts";
import { foldModels, galleryOutcomes, keyOf, trainingInput } from "./outOfFold.ts";
import { photoFigures, type PhotoFates } from "./photos.ts";
import { robustnessFigures } from "./robustness.ts";
import { strangerFigures } from "./strangers.ts";
import { pairFigures } from "./verification.ts";

export interface MetricsInput {
  /** Where figures are kept between runs. */
  readonly cacheDir: string;
  /** The folder of the original's embeddings; absent: its figures are left out. */
  readonly referenceDir: string | undefined;
  readonly dataset: Dataset;
  /** The photos before any decision of curation.csv, of everybody with enough of them. */
  readonly uncurated: Dataset;
  readonly trained: Trained;
  /** The usable photos of each. */
  readonly strangers: readonly (readonly UsablePhoto[])[];
  /** Whom names were evened out for; absent: nobody. */
  readonly evenedFor: StrangerPhotos | undefined;
  readonly distances: PrototypeDistances;
  readonly files: Pick<GalleryFiles, "gallery">;
  readonly fates: PhotoFates;
  /** Processes that try photos turned, darkened and so on; absent: that is not measured. */
  readonly robustnessJobs?: number;
}

/** Raised when a figure is computed in another way: they are kept between runs. */
const VERSION = 3;
/** The people whose photos the alignment was first measured on. */
const ABLATION_SOURCE = "original-74";

/** Every figure, rounded to eight digits. */
export async function galleryMetrics(input: MetricsInput): Promise<GalleryMetrics> {
  const { dataset, trained, files, cacheDir, robustnessJobs } = input;
  const models = await foldModels(dataset, trained.c, cacheDir, input.evenedFor);
  const outcomes = galleryOutcomes(dataset, models, trained.temperature);
  const details = identificationDetails(dataset, outcomes);
  const pairs = await pairFigures(dataset, cacheDir);
  if (!pairs) throw new Error("The photos make no pairs of one person, or none of two.");
  const original = await originalOf(input);
  const { top1Interval, top5Interval, reliability, confusions, perPerson, groups } = details;
  const { openSetDistance, acceptedStrangers } = files.gallery.calibration;
  return roundedAll({
    identification: { ...withoutEce(trained.scores), top1Interval, top5Interval },
    identificationUncurated: await uncuratedScores(input),
    identification74: await alignmentOf(input),
    calibration: {
      ece: calibrationError(reliability.map((bin) => ({ ...bin, count: bin.photos }))),
      temperature: trained.temperature,
      openSetDistance,
      acceptedStrangers,
      reliability,
    },
    confusions,
    perPerson,
    groups,
    verification: pairs.verification,
    strangers: strangersOf(input) ?? null,
    robustness:
      robustnessJobs === undefined
        ? null
        : await robustnessFigures({ dataset, ...models, cacheDir, jobs: robustnessJobs }),
    descriptors: (await descriptorCorrelations(dataset, cacheDir)).figures,
    original: original?.ownSplit ?? null,
    originalGrouped: original?.grouped ?? null,
    training: {
      C: trained.c,
      folds: FOLDS,
      seed: SEED,
      tried: trained.tried,
      evenedFor: input.evenedFor ? input.evenedFor.weights.length : 0,
    },
    photos: photoFigures(input.fates),
  });
}

/** What the page of figures plots beside metrics.json. */
export async function galleryFigureData(dataset: Dataset, cacheDir: string): Promise<FigureData> {
  const pairs = await pairFigures(dataset, cacheDir);
  const { matrix } = await descriptorCorrelations(dataset, cacheDir);
  return { correlations: matrix, ...(pairs ? { distances: pairs.distances } : {}) };
}

function strangersOf({ files, strangers, distances, fates }: MetricsInput) {
  const leftOut = fates.leftOut.map(({ photos }) => photos);
  return strangerFigures(files.gallery, { strangers, leftOut }, distances);
}

async function uncuratedScores({
  dataset,
  uncurated,
  trained,
  cacheDir,
  evenedFor,
}: MetricsInput): Promise<IdentificationFigures> {
  const key = [
    VERSION,
    uncurated.sha256,
    uncurated.groups.join(),
    trained.c,
    keyOf(evenedFor),
  ].join("\n");
  const isCurated = uncurated.sha256 !== dataset.sha256;
  return withoutEce(
    isCurated
      ? await cachedStage(
          { cacheDir, stage: "uncurated", key },
          () => crossValidated(trainingInput(uncurated, evenedFor), trained.c).scores,
        )
      : trained.scores,
  );
}

function alignmentOf({ dataset, trained, cacheDir }: MetricsInput) {
  const withStockCrop = dataset.photos.filter(({ face }) => face.stockDescriptor).length;
  const key = [VERSION, dataset.sha256, dataset.groups.join(), trained.c, withStockCrop];
  return cachedStage(
    { cacheDir, stage: "alignment", key: key.join("\n") },
    () => alignmentFigures(dataset, ABLATION_SOURCE, trained.c) ?? null,
  );
}

async function originalOf({ referenceDir, cacheDir }: MetricsInput) {
  if (referenceDir === undefined) return undefined;
  const key = `${VERSION} ${FOLDS} ${SEED}`;
  return cachedStage({ cacheDir, stage: "original", key }, () => originalFigures(referenceDir));
}

function withoutEce(scores: IdentificationScores): IdentificationFigures {
  const { top1, top5, macroF1, logLoss, standardError, photos, people } = scores;
  return { top1, top5, macroF1, logLoss, standardError, photos, people };
}

/** A rebuild on another machine may differ in the last digits. */
function roundedAll(metrics: GalleryMetrics): GalleryMetrics {
  return JSON.parse(JSON.stringify(metrics), (_, value: unknown) =>
    typeof value === "number" ? rounded(value) : value,
  ) as GalleryMetrics;
}
