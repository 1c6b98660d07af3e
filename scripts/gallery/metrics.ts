/** Stage 6, put together: the content of metrics.json. */
import type { PrototypeDistances } from "./calibrate.ts";
import type { Dataset } from "./dataset.ts";
import { alignmentAblation, strangerScores, verificationScores } from "./evaluate.ts";
import type { UsablePhoto } from "./faces.ts";
import { rounded, type GalleryFiles } from "./galleryFiles.ts";
import { originalFigures } from "./originalFigures.ts";
import { cachedStage } from "./stageCache.ts";
import type { Trained } from "./train.ts";

export interface MetricsInput {
  readonly cacheDir: string;
  readonly referenceDir: string | undefined;
  readonly dataset: Dataset;
  readonly trained: Trained;
  readonly strangers: readonly (readonly UsablePhoto[])[];
  readonly distances: PrototypeDistances;
  readonly files: GalleryFiles;
}

/** Raised when a figure is computed in another way: they are kept between runs. */
const METRICS_VERSION = 1;
/** The people whose photos the alignment was first measured on. */
const ABLATION_SOURCE = "original-74";

/** Every figure of the model card: fractions, distances in descriptor space, log loss in nats. */
export async function galleryMetrics(input: MetricsInput): Promise<object> {
  const { dataset, trained, files, distances, cacheDir, referenceDir } = input;
  const key = `${METRICS_VERSION} ${dataset.sha256} ${trained.c}`;
  const { ece, ...identification } = trained.scores;
  const metrics = {
    identification,
    // Nothing is curated yet: the same photos.
    identificationUncurated: { top1: identification.top1, photos: identification.photos },
    identification74: await cachedStage(
      { cacheDir, stage: "ablation", key },
      () => alignmentAblation(dataset, ABLATION_SOURCE, trained.c) ?? null,
    ),
    calibration: {
      ece,
      temperature: trained.temperature,
      openSetDistance: files.gallery.calibration.openSetDistance,
      acceptedStrangers: files.gallery.calibration.acceptedStrangers,
    },
    verification: await cachedStage({ cacheDir, stage: "verification", key }, () =>
      verificationScores(dataset),
    ),
    strangers: strangerScores(files.gallery, input.strangers, distances) ?? null,
    original: referenceDir
      ? await cachedStage({ cacheDir, stage: "original", key: String(METRICS_VERSION) }, () =>
          originalFigures(referenceDir),
        )
      : null,
    training: { C: trained.c, tried: trained.tried },
  };
  return JSON.parse(JSON.stringify(metrics), (_, value: unknown) =>
    typeof value === "number" ? rounded(value) : value,
  ) as object;
}
