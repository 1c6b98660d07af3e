/** How well distances tell two photos of one person from photos of two. */
import { pairDistances, type PairDistances } from "../../../src/training/pairDistances.ts";
import { acceptedAt, equalErrorRate } from "../../../src/training/verification.ts";
import type { Dataset } from "../dataset.ts";
import { cachedStage } from "../stageCache.ts";
import type { DistanceHistograms } from "./figuresPage.ts";
import type { VerificationFigures } from "./galleryMetrics.ts";

/** Raised when a figure is computed in another way: they are kept between runs. */
const VERSION = 1;
/** Of the plot; fine enough to see where the two kinds cross. Unitless. */
const BIN_WIDTH = 0.02;

export interface PairFigures {
  readonly verification: VerificationFigures;
  readonly distances: DistanceHistograms;
}

/**
 * Of all pairs of the gallery's photos; of very many a seeded sample.
 *
 * @returns nothing where there are only pairs of one kind
 */
export async function pairFigures(
  { photos, labels, sha256 }: Dataset,
  cacheDir: string,
): Promise<PairFigures | undefined> {
  const kept = await cachedStage({ cacheDir, stage: "pairs", key: `${VERSION} ${sha256}` }, () => {
    const pairs = pairDistances(
      photos.map(({ face }) => face.descriptor),
      labels,
    );
    if (pairs.genuine.length === 0 || pairs.impostor.length === 0) return null;
    return { verification: verificationFigures(pairs), distances: distanceHistograms(pairs) };
  });
  return kept ?? undefined;
}

/** @throws where there are no pairs of a kind */
export function verificationFigures({
  genuine,
  impostor,
  genuinePairs,
  impostorPairs,
}: PairDistances): VerificationFigures {
  return {
    eer: equalErrorRate(genuine, impostor),
    acceptedAt1e3: acceptedAt(genuine, impostor, 1e-3),
    genuinePairs: genuine.length,
    impostorPairs: impostor.length,
    sampled: genuine.length < genuinePairs || impostor.length < impostorPairs,
  };
}

/** Both as long as the farthest pair needs. */
export function distanceHistograms({ genuine, impostor }: PairDistances): DistanceHistograms {
  const binOf = (distance: number) => Math.floor(distance / BIN_WIDTH);
  let last = 0;
  for (const kind of [genuine, impostor])
    for (const distance of kind) last = Math.max(last, binOf(distance));
  const histogram = (distances: Float64Array) => {
    const counts = new Array<number>(last + 1).fill(0);
    for (const distance of distances) counts[binOf(distance)]!++;
    return counts;
  };
  return { binWidth: BIN_WIDTH, genuine: histogram(genuine), impostor: histogram(impostor) };
}
