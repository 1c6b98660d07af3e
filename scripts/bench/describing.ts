/**
 * Describing photos beside the same loop with face-api's own networks and crop, photo by photo in one
 * process on one core: `node scripts/run.mjs bench/describing.ts --photos DIR --every 40`.
 */
import { join, resolve } from "node:path";
import { Command } from "commander";

import { assert } from "../../src/shared/assert.ts";
import { wholeNumber } from "../commandLine.ts";
import { openNodeEngine } from "../engine/openNodeEngine.ts";
import { describeAsStock } from "../engine/stockLoop.ts";
import { openStockNetworks } from "../engine/stockNetworks.ts";
import { listPhotos } from "../evaluate/listPhotos.ts";
import { decodePhotoFile } from "../photo/decodePhoto.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

interface Flags {
  readonly photos: string;
  readonly every: number;
}

/** One of the two loops over all photos. */
interface LoopFigures {
  readonly medianMs: number;
  readonly photosPerSecond: number;
  /** By the processor's time of all threads: what other work on the machine disturbs least. */
  readonly photosPerCoreSecond: number;
  /** Photos in which it describes at least one face. */
  readonly described: number;
}

/** Milliseconds for each photo, decoding included: by the clock, and of the processor. */
interface Loop {
  readonly times: number[];
  readonly coreTimes: number[];
  described: number;
}

/** Where the list of photos keeps their hashes. */
const WORK_DIR = join(PROJECT_ROOT, ".cache", "gallery");

/** Until V8 has compiled what is hot. Source: seen, the third photo is as fast as the tenth. */
const WARM_UP_PHOTOS = 3;

const command = new Command("describing")
  .description("Photos per second and core: the engine beside face-api's own loop.")
  .requiredOption("--photos <dir>", "folder of photos, searched to its bottom")
  .option("--every <n>", "only every n-th photo", wholeNumber, 1);
const flags = command.parse().opts<Flags>();
console.log(JSON.stringify(await measure(flags), null, 2));

async function measure({ photos: folder, every }: Flags) {
  const listed = await listPhotos(resolve(folder), WORK_DIR);
  const photos = listed.filter((_, i) => i % every === 0);
  assert(photos.length > 0, "there are photos in the folder");
  const engine = await openNodeEngine();
  const stock = await openStockNetworks();
  const ourLoop = (path: string) =>
    timed(path, async (photo) => (await engine.analyse(photo)).faces.length > 0);
  const stockLoop = (path: string) =>
    timed(path, async (photo) => (await describeAsStock(stock, photo)) !== undefined);

  for (const { path } of photos.slice(0, WARM_UP_PHOTOS)) {
    await ourLoop(path);
    await stockLoop(path);
  }
  const ours: Loop = { times: [], coreTimes: [], described: 0 };
  const theirs: Loop = { times: [], coreTimes: [], described: 0 };
  for (const [i, { path }] of photos.entries()) {
    const pair = [() => add(ours, ourLoop(path)), () => add(theirs, stockLoop(path))];
    // By turns first: whoever reads a file second finds it in memory.
    for (const run of i % 2 === 0 ? pair : pair.toReversed()) await run();
  }
  stock.dispose();
  engine.dispose();
  const [our, their] = [figuresOf(ours), figuresOf(theirs)];
  return {
    photos: ours.times.length,
    ours: our,
    stock: their,
    ratio: rounded(our.photosPerSecond / their.photosPerSecond),
    ratioPerCore: rounded(our.photosPerCoreSecond / their.photosPerCoreSecond),
    ratioOfMedians: rounded(their.medianMs / our.medianMs),
  };
}

interface Measured {
  readonly ms: number;
  readonly coreMs: number;
  readonly isDescribed: boolean;
}

/** @returns nothing where the photo cannot be decoded */
async function timed(
  path: string,
  describe: (photo: Parameters<typeof describeAsStock>[1]) => Promise<boolean>,
): Promise<Measured | undefined> {
  const start = performance.now();
  const startUsage = process.cpuUsage();
  const photo = await decodePhotoFile(path);
  if (!photo.ok) return undefined;
  const isDescribed = await describe(photo.value);
  const { user, system } = process.cpuUsage(startUsage);
  return { ms: performance.now() - start, coreMs: (user + system) / 1000, isDescribed };
}

/** A photo that cannot be decoded counts for neither loop. */
async function add(loop: Loop, work: Promise<Measured | undefined>): Promise<void> {
  const measured = await work;
  if (measured === undefined) return;
  loop.times.push(measured.ms);
  loop.coreTimes.push(measured.coreMs);
  if (measured.isDescribed) loop.described++;
}

function figuresOf({ times, coreTimes, described }: Loop): LoopFigures {
  return {
    medianMs: rounded(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!),
    photosPerSecond: rounded(perSecond(times)),
    photosPerCoreSecond: rounded(perSecond(coreTimes)),
    described,
  };
}

function perSecond(times: readonly number[]): number {
  return (1000 * times.length) / times.reduce((sum, ms) => sum + ms, 0);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
