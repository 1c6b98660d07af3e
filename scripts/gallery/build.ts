/** The whole way from a folder of photos to a gallery: the order of the stages. */
import { ENGINE_VERSION } from "../engine/engineVersion.ts";
import { calibrate, prototypeDistances, prototypesOf } from "./calibrate.ts";
import { createDataset, isTrainable, type Candidate, type Dataset } from "./dataset.ts";
import { describePhotos } from "./describe/describePhotos.ts";
import { openPhotoCache } from "./describe/photoCache.ts";
import { judgePhotos, usableOnly, type JudgedPhoto, type UsablePhoto } from "./faces.ts";
import { galleryFiles } from "./galleryFiles.ts";
import { galleryMetrics } from "./metrics.ts";
import { readRussianNames, readSources } from "./people.ts";
import { buildPortraits } from "./portraits/buildPortraits.ts";
import { publish } from "./publish.ts";
import { summary, writeReport } from "./report.ts";
import { scanPeople, scanStrangers } from "./scan.ts";
import { cachedStage } from "./stageCache.ts";
import { C_GRID, train } from "./train.ts";

export interface BuildOptions {
  readonly photosDir: string;
  readonly outDir: string;
  readonly cacheDir: string;
  /** Folders of people who are not in the gallery, to calibrate on; absent: its people stand in for them. */
  readonly strangersDir: string | undefined;
  /** The original's embeddings; absent: its figures are left out. */
  readonly referenceDir: string | undefined;
  readonly jobs: number;
  readonly minPhotos: number;
  readonly id: string;
  readonly title: string;
}

/** Raised when training itself changes: its results are kept between runs. */
const TRAINING_VERSION = 1;

/** @throws whenever the gallery could not be built as asked; a bad photo is only reported */
export async function buildGallery(options: BuildOptions): Promise<void> {
  const { photosDir, cacheDir, outDir } = options;
  const { dataset, strangers } = await gather(options);
  const trained = await cachedStage(
    {
      cacheDir,
      stage: "train",
      key: [TRAINING_VERSION, dataset.sha256, dataset.groups.join(), C_GRID.join()].join("\n"),
    },
    () => train(trainingInput(dataset), say),
  );
  const prototypes = prototypesOf(dataset);
  const faces = strangers.flat().map(({ face }) => face.descriptor);
  const distances = prototypeDistances(dataset, prototypes, faces);
  const portraits = await buildPortraits(
    dataset.people.map(({ photos }) => photos),
    cacheDir,
  );
  const files = galleryFiles({
    ...options,
    dataset,
    trained,
    prototypes,
    shapes: portraits.map(({ shape }) => shape),
    calibration: calibrate(distances),
    russianNames: await readRussianNames(photosDir),
    sources: await readSources(
      photosDir,
      dataset.people.map(({ person }) => person),
    ),
  });
  say("evaluate");
  const metrics = await galleryMetrics({
    ...options,
    dataset,
    trained,
    strangers,
    distances,
    files,
  });
  await publish(outDir, { files, metrics, portraits: portraits.map(({ webp }) => webp) });
  say(JSON.stringify(metrics, null, 2));
}

interface Gathered {
  readonly dataset: Dataset;
  /** The usable photos of each stranger. */
  readonly strangers: readonly (readonly UsablePhoto[])[];
}

/** Scan, describe, faces: what there is to learn from. */
async function gather(options: BuildOptions): Promise<Gathered> {
  const people = await scanPeople(options.photosDir);
  const strangerFiles = options.strangersDir ? await scanStrangers(options.strangersDir) : [];
  const cache = openPhotoCache(options.cacheDir, ENGINE_VERSION);
  const everything = [...people.flatMap((person) => person.photos), ...strangerFiles.flat()];
  await describePhotos(everything, cache, options);

  const judged: JudgedPhoto[] = [];
  const candidates: Candidate[] = [];
  for (const person of people) {
    const verdicts = await judgePhotos(person.photos, cache);
    judged.push(...verdicts);
    candidates.push({ person, photos: usableOnly(verdicts) });
  }
  const isIn = (candidate: Candidate) => isTrainable(candidate, options.minPhotos);
  say(
    summary(
      judged,
      candidates.filter((candidate) => !isIn(candidate)),
    ),
  );
  say(`every photo's verdict: ${await writeReport(options.cacheDir, judged)}`);

  const strangers: (readonly UsablePhoto[])[] = [];
  for (const files of strangerFiles) strangers.push(usableOnly(await judgePhotos(files, cache)));
  return { dataset: createDataset(candidates.filter(isIn)), strangers };
}

function trainingInput({ people, photos, labels, groups }: Dataset) {
  const descriptors = photos.map(({ face }) => face.descriptor);
  return { descriptors, labels, groups, classCount: people.length };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
