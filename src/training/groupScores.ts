import { assert } from "../shared/assert.ts";
import { clusterInterval, type Cluster, type ShareInterval } from "./confidenceIntervals.ts";

export interface GroupScore {
  readonly group: string;
  readonly people: number;
  readonly photos: number;
  /** Share of hits, in [0, 1]. */
  readonly share: number;
  /** By people where there are several, see `clusterInterval`. */
  readonly interval: ShareInterval;
}

/** Results of photos, and who is in them. */
export interface PhotoHits {
  /** Person of each photo: an index into `groupOf`. */
  readonly labels: readonly number[];
  /** Whether each photo was named rightly. */
  readonly hits: readonly boolean[];
}

/**
 * Share of hits by group of people, with its interval.
 *
 * @param groupOf the group of each person; nothing for those who are in none
 * @returns in the order in which groups appear among people; groups without photos are left out
 */
export function groupScores(
  { labels, hits }: PhotoHits,
  groupOf: readonly (string | undefined)[],
  seed: number,
): readonly GroupScore[] {
  const groups = new Map<string, Cluster[]>();
  for (const [label, cluster] of clusters({ labels, hits }, groupOf.length).entries()) {
    const group = groupOf[label];
    if (group === undefined || cluster.count === 0) continue;
    const known = groups.get(group);
    if (known) known.push(cluster);
    else groups.set(group, [cluster]);
  }
  return [...groups].map(([group, members]) => ({ group, ...clusterScore(members, seed) }));
}

/** The same for everybody together. @throws where there are no photos */
export function overallScore(photos: PhotoHits, seed: number): Omit<GroupScore, "group"> {
  const peopleCount = photos.labels.reduce((most, label) => Math.max(most, label + 1), 0);
  return clusterScore(
    clusters(photos, peopleCount).filter(({ count }) => count > 0),
    seed,
  );
}

function clusterScore(members: readonly Cluster[], seed: number): Omit<GroupScore, "group"> {
  const photos = members.reduce((sum, { count }) => sum + count, 0);
  return {
    people: members.length,
    photos,
    share: members.reduce((sum, { hits }) => sum + hits, 0) / photos,
    interval: clusterInterval(members, seed),
  };
}

function clusters({ labels, hits }: PhotoHits, peopleCount: number): readonly Cluster[] {
  assert(labels.length === hits.length, `${hits.length} hits of ${labels.length} photos`);
  const found = Array.from({ length: peopleCount }, () => ({ hits: 0, count: 0 }));
  for (const [i, label] of labels.entries()) {
    const cluster = found[label];
    assert(cluster, `label ${label} of ${peopleCount} people`);
    cluster.count++;
    if (hits[i]) cluster.hits++;
  }
  return found;
}
