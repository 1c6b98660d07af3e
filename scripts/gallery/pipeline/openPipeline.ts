/** The stages in their order, each done once in a run and kept between runs. */
import { join } from "node:path";

import type { Calibration } from "../../../src/matching/calibration.ts";
import type { Descriptor } from "../../../src/face/descriptor.ts";
import type { StrangerPhotos } from "../../../src/training/evenedBiases.ts";
import { openTrainingThreads } from "../../training/openTrainingThreads.ts";
import { writeWhole } from "../atomicFile.ts";
import {
  calibrate,
  hasEnoughStrangers,
  prototypeDistances,
  prototypesOf,
  type PrototypeDistances,
} from "../calibrate.ts";
import type { Dataset } from "../dataset.ts";
import type { DescriptionStore } from "../describe/descriptionStore.ts";
import type { GalleryMetrics } from "../evaluate/galleryMetrics.ts";
import { galleryFigureData, galleryMetrics } from "../evaluate/metrics.ts";
import { keyOf, trainingInput } from "../evaluate/outOfFold.ts";
import type { UsablePhoto } from "../faces.ts";
import { featureDistributions } from "../featureDistributions.ts";
import { galleryFiles, type GalleryFiles } from "../galleryFiles.ts";
import { pairCalibration } from "../pairCalibration.ts";
import { readNames, readSources } from "../people.ts";
import { buildPortraits, type StoredPortrait } from "../portraits/buildPortraits.ts";
import { choosePortraitPhotos } from "../portraits/choosePhotos.ts";
import { meanShape } from "../portraits/meanShape.ts";
import { publish } from "../publish.ts";
import { summary, writeReport } from "../report.ts";
import { cachedStage } from "../stageCache.ts";
import { C_GRID, train, type Trained } from "../train.ts";
import { strangerPhotos } from "./furtherPeople.ts";
import { describeScan, judgeScan, scanFolders, type Faces, type Scan } from "./gather.ts";
import type { GalleryOptions } from "./options.ts";
import { selectPhotos, type Selection } from "./select.ts";

/** Each stage does what it needs of those before it, and leaves its file in the work folder. */
export interface Pipeline {
  scan(): Promise<Scan>;
  describe(): Promise<DescriptionStore>;
  faces(): Promise<Faces>;
  select(): Promise<Selection>;
  train(): Promise<Trained>;
  calibrate(): Promise<Calibrated>;
  portraits(): Promise<readonly StoredPortrait[]>;
  evaluate(): Promise<GalleryMetrics>;
  /** @returns what is new, in words */
  publish(outDir: string, flags: { readonly dryRun: boolean }): Promise<string>;
}

export interface Calibrated {
  readonly prototypes: readonly Descriptor[];
  readonly distances: PrototypeDistances;
  readonly calibration: Calibration;
}

/** Raised when training itself changes: its results are kept between runs. */
const TRAINING_VERSION = 3;

/** @param say told what is done and what came out, a line or some */
export function openPipeline(options: GalleryOptions, say: (text: string) => void): Pipeline {
  const { workDir } = options;
  const scan = once(async () => {
    const found = await scanFolders(options);
    await writeScan(workDir, found);
    for (const { name, kind, message } of found.problems) say(`${name}: ${kind}, ${message}`);
    return found;
  });
  const describe = once(async () => describeScan(await scan(), options));
  const faces = once(async () => judgeScan(await scan(), await describe()));
  const select = once(async () => {
    const selection = await selectPhotos(await scan(), await faces(), options);
    await writeReport(workDir, selection);
    say(summary(selection));
    return selection;
  });
  const train = once(async () => {
    const evenedFor = strangerPhotos((await faces()).further);
    const trained = await trainOn((await select()).dataset, evenedFor, workDir, say);
    await writeWhole(join(workDir, "train.json"), JSON.stringify(withoutWeights(trained), null, 2));
    return trained;
  });
  const calibrateOnce = once(async () => {
    const calibrated = calibrateOn((await select()).dataset, (await faces()).strangers);
    const text = JSON.stringify(calibrated.calibration, null, 2);
    await writeWhole(join(workDir, "calibration.json"), text);
    return calibrated;
  });
  const portraits = once(async () => {
    const { people } = (await select()).dataset;
    return buildPortraits(
      people.map(({ photos }) => photos),
      workDir,
    );
  });
  const files = once(async () => {
    const { dataset } = await select();
    const shapes = (await portraits()).map(({ shape }) => shape);
    return filesOf(options, dataset, await train(), await calibrateOnce(), shapes);
  });
  const evaluate = once(async () => {
    const [trained, { distances }] = [await train(), await calibrateOnce()];
    const metrics = await galleryMetrics({
      ...options,
      ...(await select()),
      cacheDir: workDir,
      trained,
      distances,
      strangers: (await faces()).strangers,
      evenedFor: strangerPhotos((await faces()).further),
      files: await files(),
      ...(options.withRobustness ? { robustnessJobs: options.jobs } : {}),
    });
    await writeEvaluation(options, metrics, (await select()).dataset, await files());
    return metrics;
  });
  return {
    scan,
    describe,
    faces,
    select,
    train,
    calibrate: calibrateOnce,
    portraits,
    evaluate,
    publish: async (outDir, flags) => {
      const metrics = await evaluate();
      const webps = (await portraits()).map(({ webp }) => webp);
      return publish(outDir, { files: await files(), portraits: webps, metrics }, flags);
    },
  };
}

function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= compute());
}

async function writeScan(
  workDir: string,
  { people, strangers, further, problems }: Scan,
): Promise<void> {
  const content = {
    people: people.map(({ id, name, photos }) => ({ id, name, photos: photos.length })),
    strangers: { people: strangers.length, photos: strangers.flat().length },
    further: { people: further.length, photos: further.flat().length },
    problems,
  };
  await writeWhole(join(workDir, "scan.json"), `${JSON.stringify(content, null, 2)}\n`);
}

async function trainOn(
  dataset: Dataset,
  evenedFor: StrangerPhotos | undefined,
  workDir: string,
  say: (text: string) => void,
): Promise<Trained> {
  const { sha256, groups } = dataset;
  const key = [TRAINING_VERSION, sha256, groups.join(), C_GRID.join(), keyOf(evenedFor)].join("\n");
  return cachedStage({ cacheDir: workDir, stage: "train", key }, async () => {
    const threads = await openTrainingThreads();
    try {
      return train(trainingInput(dataset, evenedFor), say, threads.objective);
    } finally {
      await threads.close();
    }
  });
}

/** The weights are in classifier.json. */
function withoutWeights({ c, temperature, scores, tried }: Trained): object {
  return { c, temperature, scores, tried };
}

function calibrateOn(dataset: Dataset, strangers: Faces["strangers"]): Calibrated {
  const prototypes = prototypesOf(dataset);
  const descriptors = strangers.flat().map(({ face }) => face.descriptor);
  const distances = prototypeDistances(dataset, prototypes, descriptors);
  const features = featuresOf(dataset, strangers);
  const pairs = pairCalibration(dataset, strangers);
  const calibration = {
    ...calibrate(distances),
    ...(features && { features }),
    ...(pairs && { pairs }),
  };
  return { prototypes, distances, calibration };
}

/** On the same photos as the impostor distances. */
function featuresOf({ people, photos, labels }: Dataset, strangers: Faces["strangers"]) {
  const shapes = people.map((person) =>
    meanShape(choosePortraitPhotos(person.photos).map(({ face }) => face.landmarks)),
  );
  const landmarksOf = (some: readonly UsablePhoto[]) => some.map(({ face }) => face.landmarks);
  return hasEnoughStrangers(strangers.flat().length)
    ? featureDistributions(landmarksOf(strangers.flat()), shapes)
    : featureDistributions(landmarksOf(photos), shapes, (photo, label) => labels[photo] !== label);
}

async function filesOf(
  options: GalleryOptions,
  dataset: Dataset,
  trained: Trained,
  { prototypes, calibration }: Calibrated,
  shapes: readonly StoredPortrait["shape"][],
): Promise<GalleryFiles> {
  const people = dataset.people.map(({ person }) => person);
  return galleryFiles({
    ...options,
    dataset,
    trained,
    prototypes,
    shapes,
    calibration,
    ownNames: await readNames(options.photosDir, "en"),
    russianNames: await readNames(options.photosDir, "ru"),
    sources: await readSources(options.photosDir, people),
  });
}

async function writeEvaluation(
  { workDir, title }: GalleryOptions,
  metrics: GalleryMetrics,
  dataset: Dataset,
  { gallery }: GalleryFiles,
): Promise<void> {
  await writeWhole(join(workDir, "metrics.json"), `${JSON.stringify(metrics, null, 2)}\n`);
  // Draws in a document of its own, which takes longer to load than all the rest: not in every process.
  const { figuresPage } = await import("../evaluate/figuresPage.ts");
  const page = await figuresPage({
    title,
    metrics,
    data: await galleryFigureData(dataset, workDir),
    names: new Map(gallery.people.map(({ id, name }) => [id as string, name])),
  });
  await writeWhole(join(workDir, "figures.html"), page);
}
