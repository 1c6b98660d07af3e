/**
 * How often the nearest people are among what a phone fetches, if a gallery of people who do not exist
 * is cut by coarse centroids, or kept whole in fewer bytes a person:
 * `node scripts/run.mjs bench/sharding.ts --people 100000 --centroids 316`.
 */
import { Command } from "commander";

import { seededRandom } from "../../src/shared/random.ts";
import { wholeNumber } from "../commandLine.ts";
import { readGallery } from "../gallery/readGallery.ts";
import { nearestRows, squaredDistance, type Rows } from "./scale/nearestRows.ts";
import { assignTo, findCentroids } from "./scale/kMeans.ts";
import { roundedToBytes } from "./scale/roundedToBytes.ts";
import { strangersLike } from "./scale/strangersLike.ts";
import { median } from "./statistics.ts";

/** Shards that are fetched for one answer. */
const PROBES = [1, 2, 4, 8, 16, 32] as const;
const SHOWN = 5;
/** Enough to place a centroid; all people would take hours. */
const SAMPLE_PER_CENTROID = 40;

interface Flags {
  readonly people: number;
  readonly centroids: number;
  readonly visitors: number;
  readonly seed: number;
}

const program = new Command("sharding")
  .description("Recall of a gallery cut by coarse centroids, on synthetic people; prints JSON.")
  .option("--people <n>", "in the gallery", wholeNumber, 100_000)
  .option("--centroids <n>", "that cut it", wholeNumber, 316)
  .option("--visitors <n>", "strangers who ask", wholeNumber, 300)
  .option("--seed <n>", "of everybody", wholeNumber, 1);
program.parse();
console.log(JSON.stringify(await simulate(program.opts<Flags>()), null, 2));

async function simulate({ people, centroids: count, visitors, seed }: Flags) {
  const { prototypes, genuineDistance } = await readShipped();
  const random = seededRandom(seed);
  const gallery = strangersLike(prototypes, people, random);
  const asking = photosOf(strangersLike(prototypes, visitors, random), genuineDistance);
  const sample = gallery.subarray(0, Math.min(people, count * SAMPLE_PER_CENTROID) * 128);
  const centroids = findCentroids(sample, count);
  const shards = assignTo(centroids, gallery);
  const sizes = countsOf(shards, count);
  const bytes = roundedToBytes(gallery);

  const found = PROBES.map(() => ({ first: 0, shown: 0, fetched: 0, farther: 0 }));
  const whole = { first: 0, shown: 0 };
  for (let v = 0; v < visitors; v++) {
    const face = asking.subarray(v * 128, (v + 1) * 128);
    const truth = nearestRows(gallery, face, SHOWN);
    const distance = (row: number) =>
      Math.sqrt(squaredDistance(gallery.subarray(row * 128, (row + 1) * 128), face));
    const order = nearestRows(centroids, face, PROBES.at(-1)!);
    for (const [i, probes] of PROBES.entries()) {
      const fetched = new Set(order.slice(0, probes));
      const isThere = (row: number) => fetched.has(shards[row]!);
      found[i]!.first += Number(isThere(truth[0]!));
      found[i]!.shown += truth.filter(isThere).length / SHOWN;
      const [nearest] = nearestRows(gallery, face, 1, isThere);
      found[i]!.farther += nearest === undefined ? 1 : distance(nearest) / distance(truth[0]!) - 1;
      found[i]!.fetched += [...fetched].reduce((sum, shard) => sum + sizes[shard]!, 0) / people;
    }
    const inBytes = nearestRows(bytes.rows, face, SHOWN);
    whole.first += Number(inBytes[0] === truth[0]);
    whole.shown += truth.filter((row) => inBytes.includes(row)).length / SHOWN;
  }
  const share = (value: number) => Number((value / visitors).toFixed(4));
  return {
    ...{ people, centroids: count, visitors, seed },
    shards: { least: Math.min(...sizes), median: median([...sizes]), most: Math.max(...sizes) },
    fetching: PROBES.map((probes, i) => ({
      probes,
      firstIsThere: share(found[i]!.first),
      ofFiveAreThere: share(found[i]!.shown),
      shareOfGallery: share(found[i]!.fetched),
      // In the mean: the nearest that is there, beside the nearest of all.
      fartherBy: share(found[i]!.farther),
    })),
    oneByteANumber: {
      sameFirst: share(whole.first),
      sameOfFive: share(whole.shown),
      largestError: Number(bytes.largestError.toFixed(5)),
    },
  };
}

/**
 * One photo of each person: in the same directions in which people differ, as far
 * from the person as the gallery's photos are from theirs in the middle.
 */
function photosOf(people: Rows, genuineDistance: number): Rows {
  const photos = people.slice();
  const count = people.length / 128;
  for (let p = 0; p < count; p++) {
    // The difference of two other people points where faces vary.
    const a = ((p + 1) % count) * 128;
    const b = ((p + 2) % count) * 128;
    const length = Math.sqrt(
      squaredDistance(people.subarray(a, a + 128), people.subarray(b, b + 128)),
    );
    for (let i = 0; i < 128; i++)
      photos[p * 128 + i]! += ((people[a + i]! - people[b + i]!) * genuineDistance) / length;
  }
  return photos;
}

function countsOf(shards: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count);
  for (const shard of shards) sizes[shard]!++;
  return sizes;
}

async function readShipped() {
  const { people, calibration } = (await readGallery()).gallery;
  return {
    prototypes: people.map(({ prototype }) => prototype),
    genuineDistance: median(calibration.genuine.values),
  };
}
