import { descriptorDistance, type Descriptor } from "../face/descriptor.ts";

export interface ClusterOptions {
  /** Two clusters whose faces are farther apart than this, on average, stay two. */
  readonly maxDistance: number;
  /** Faces known to be different people, for instance because they stand in one photo. */
  readonly areApart?: (a: number, b: number) => boolean;
}

/**
 * Sorts unlabelled faces by likeness: agglomerative clustering with average
 * linkage. Deterministic; of equally near clusters the first ones join.
 *
 * @returns cluster of each face, numbered from 0 in order of first appearance
 *
 * Memory 8 · n² bytes, time mostly O(n²): for thousands of faces, not for millions.
 *
 * Source: Müllner, Modern hierarchical, agglomerative clustering algorithms (2011), the generic algorithm.
 */
export function clusterDescriptors(
  descriptors: readonly Descriptor[],
  { maxDistance, areApart = () => false }: ClusterOptions,
): readonly number[] {
  const count = descriptors.length;
  const distances = new Float64Array(count * count).fill(Infinity);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++)
      if (!areApart(j, i))
        distances[i * count + j] = distances[j * count + i] = descriptorDistance(
          descriptors[i]!,
          descriptors[j]!,
        );

  const clusters = Array.from({ length: count }, (_, i) => i);
  const sizes = new Array<number>(count).fill(1);
  const nearest = clusters.map((i) => nearestOf(distances, sizes, i));
  for (;;) {
    const a = indexOfSmallest(
      nearest.map((near, i) => (sizes[i] === 0 ? Infinity : near.distance)),
    );
    const near = nearest[a];
    if (near === undefined || !(near.distance <= maxDistance)) break;
    const b = near.index;
    joinRows(distances, sizes, a, b);
    for (const [i, cluster] of clusters.entries()) if (cluster === b) clusters[i] = a;
    for (let i = 0; i < count; i++)
      if (sizes[i] !== 0 && (i === a || nearest[i]!.index === a || nearest[i]!.index === b))
        nearest[i] = nearestOf(distances, sizes, i);
  }
  return numberedByAppearance(clusters);
}

interface Neighbour {
  readonly index: number;
  readonly distance: number;
}

function nearestOf(distances: Float64Array, sizes: readonly number[], from: number): Neighbour {
  const count = sizes.length;
  let best: Neighbour = { index: -1, distance: Infinity };
  for (let i = 0; i < count; i++) {
    const distance = distances[from * count + i]!;
    if (i !== from && sizes[i] !== 0 && distance < best.distance) best = { index: i, distance };
  }
  return best;
}

/** Cluster `b` goes into `a`; faces that must stay apart keep their infinite distance. */
function joinRows(distances: Float64Array, sizes: number[], a: number, b: number): void {
  const count = sizes.length;
  const [sizeA, sizeB] = [sizes[a]!, sizes[b]!];
  for (let i = 0; i < count; i++) {
    if (i === a || i === b || sizes[i] === 0) continue;
    const mean =
      (sizeA * distances[a * count + i]! + sizeB * distances[b * count + i]!) / (sizeA + sizeB);
    distances[a * count + i] = distances[i * count + a] = mean;
  }
  sizes[a] = sizeA + sizeB;
  sizes[b] = 0;
}

function indexOfSmallest(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[best]!) best = i;
  return best;
}

function numberedByAppearance(clusters: readonly number[]): readonly number[] {
  const numbers = new Map<number, number>();
  return clusters.map((cluster) => {
    const known = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, known);
    return known;
  });
}
