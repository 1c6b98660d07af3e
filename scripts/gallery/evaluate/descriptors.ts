/** How far the 128 values of a descriptor say the same thing twice. */
import { correlationSummary } from "../../../src/training/correlation.ts";
import type { Dataset } from "../dataset.ts";
import { cachedStage } from "../stageCache.ts";
import type { DescriptorFigures } from "./galleryMetrics.ts";

/** Raised when a figure is computed in another way: they are kept between runs. */
const VERSION = 1;

export interface DescriptorCorrelations {
  readonly figures: DescriptorFigures;
  /** Pearson's r of each two values: shape [128, 128]. */
  readonly matrix: readonly (readonly number[])[];
}

export function descriptorCorrelations(
  { photos, sha256 }: Dataset,
  cacheDir: string,
): Promise<DescriptorCorrelations> {
  return cachedStage({ cacheDir, stage: "correlations", key: `${VERSION} ${sha256}` }, () => {
    const summary = correlationSummary(photos.map(({ face }) => face.descriptor));
    const length = Math.sqrt(summary.matrix.length);
    return {
      figures: {
        meanAbsCorrelation: summary.meanAbs,
        maxAbsCorrelation: summary.maxAbs,
        componentsFor95: summary.componentsFor95,
      },
      matrix: Array.from({ length }, (_, i) =>
        Array.from(summary.matrix.subarray(i * length, (i + 1) * length)),
      ),
    };
  });
}
