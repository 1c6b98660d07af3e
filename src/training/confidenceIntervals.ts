import { assert } from "../shared/assert.ts";
import { seededRandom } from "../shared/random.ts";

/** A 95 % confidence interval of a share, in [0, 1]. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** What one person contributes to a share. */
export interface Cluster {
  readonly hits: number;
  readonly count: number;
}

/** The standard normal quantile at 0.975. */
const Z = 1.959963984540054;

const RESAMPLES = 2000;

/**
 * Interval of a share of independent trials. Never leaves [0, 1], and never is
 * a single point, not even where every trial hit.
 *
 * @throws without trials, or with more hits than trials
 *
 * Source: Wilson, Probable inference, the law of succession, and statistical
 * inference (1927).
 */
export function wilsonInterval(hits: number, count: number): ShareInterval {
  assert(count > 0 && hits >= 0 && hits <= count, `${hits} hits of ${count}`);
  const share = hits / count;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * count);
  const reach = Z * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  const scale = 1 + z2 / count;
  return {
    // Rounding may carry an end a few 1e-17 past the share where all or none hit.
    low: Math.min(share, Math.max(0, (middle - reach) / scale)),
    high: Math.max(share, Math.min(1, (middle + reach) / scale)),
  };
}

/**
 * Interval of a share over the photos of several people.
 *
 * Photos of one person are not independent: whoever is hard to recognise is so
 * in all of them. So people are drawn again, with all of their photos
 * (percentile bootstrap, 2,000 resamples). Where everybody does about equally
 * well, and above all where nothing went wrong, the resamples agree too much:
 * the interval is never narrower than Wilson's for independent photos, which is
 * also the one that a single person gets.
 *
 * @param clusters one for each person, with at least one photo each
 * @throws where there are no people, or one without photos
 *
 * Source: Davison & Hinkley, Bootstrap Methods and their Application (1997),
 * §3.8; Efron, Bootstrap methods (1979).
 */
export function clusterInterval(clusters: readonly Cluster[], seed: number): ShareInterval {
  assert(clusters.length > 0, "there are no people");
  assert(
    clusters.every(({ count }) => count > 0),
    "everybody has photos",
  );
  const wilson = wilsonInterval(total(clusters, "hits"), total(clusters, "count"));
  if (clusters.length === 1) return wilson;
  const shares = resampledShares(clusters, seed);
  return {
    low: Math.min(wilson.low, shares[Math.floor(0.025 * (RESAMPLES - 1))]!),
    high: Math.max(wilson.high, shares[Math.ceil(0.975 * (RESAMPLES - 1))]!),
  };
}

/** Ascending. */
function resampledShares(clusters: readonly Cluster[], seed: number): Float64Array {
  const random = seededRandom(seed);
  const shares = Float64Array.from({ length: RESAMPLES }, () => {
    let [hits, count] = [0, 0];
    for (let draw = 0; draw < clusters.length; draw++) {
      const cluster = clusters[Math.floor(random() * clusters.length)]!;
      hits += cluster.hits;
      count += cluster.count;
    }
    return hits / count;
  });
  return shares.sort();
}

function total(clusters: readonly Cluster[], field: keyof Cluster): number {
  return clusters.reduce((sum, cluster) => sum + cluster[field], 0);
}
