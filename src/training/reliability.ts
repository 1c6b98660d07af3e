import { assert } from "../shared/assert.ts";

/** Guo et al. use as many. */
export const RELIABILITY_BINS = 15;

/** Samples whose largest probability lies in one bin. */
export interface ReliabilityBin {
  /** Above `from`, at most `to`; the first bin holds 0 too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the largest probability. */
  readonly confidence: number;
  /** Share of hits. */
  readonly accuracy: number;
}

/**
 * The reliability diagram: samples in bins of equal width by their largest
 * probability. An edge belongs to the bin below it.
 *
 * @param confidences largest probability of each sample, in [0, 1]
 * @param hits whether that class was the right one
 * @returns only bins that hold samples
 * @throws where the lists differ in length
 *
 * Source: Guo et al., On Calibration of Modern Neural Networks (2017), §2.
 */
export function reliabilityBins(
  confidences: ArrayLike<number>,
  hits: readonly boolean[],
  binCount = RELIABILITY_BINS,
): readonly ReliabilityBin[] {
  assert(confidences.length === hits.length, `${hits.length} hits of ${confidences.length}`);
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, hits: 0 }));
  for (const [i, hit] of hits.entries()) {
    const confidence = confidences[i]!;
    const bin = sums[Math.min(binCount - 1, Math.max(0, Math.ceil(confidence * binCount) - 1))]!;
    bin.count++;
    bin.confidence += confidence;
    if (hit) bin.hits++;
  }
  return sums.flatMap((bin, i) =>
    bin.count === 0
      ? []
      : [
          {
            from: i / binCount,
            to: (i + 1) / binCount,
            count: bin.count,
            confidence: bin.confidence / bin.count,
            accuracy: bin.hits / bin.count,
          },
        ],
  );
}

/**
 * Expected calibration error: the bins' mean |confidence − accuracy|, weighted
 * by their samples. In [0, 1], 0 = calibrated.
 *
 * @throws where there are no samples
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  assert(count > 0, "there are no samples");
  return bins.reduce(
    (sum, bin) => sum + (bin.count / count) * Math.abs(bin.confidence - bin.accuracy),
    0,
  );
}
