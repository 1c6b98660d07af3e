/**
 * Memory and time of the stages after describing, on descriptions of people who do not exist:
 * `node scripts/run.mjs bench/scale.ts --people 200 --photos 500`.
 */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";

import type { Descriptor } from "../../src/face/descriptor.ts";
import { MEAN_FACE } from "../../src/face/meanFace.ts";
import { ok } from "../../src/shared/result.ts";
import { wholeNumber } from "../commandLine.ts";
import { calibrate, prototypeDistances, prototypesOf } from "../gallery/calibrate.ts";
import { createDataset, type Dataset } from "../gallery/dataset.ts";
import { descriptionLine } from "../gallery/describe/descriptionRecord.ts";
import { openDescriptionStore, storeFolder } from "../gallery/describe/descriptionStore.ts";
import { writeSegment } from "../gallery/describe/segmentFile.ts";
import { trainingInput } from "../gallery/evaluate/outOfFold.ts";
import { pairFigures } from "../gallery/evaluate/verification.ts";
import { judgePhotos, usableOnly } from "../gallery/faces.ts";
import { galleryFiles } from "../gallery/galleryFiles.ts";
import { meanShape } from "../gallery/portraits/meanShape.ts";
import { publish } from "../gallery/publish.ts";
import { train } from "../gallery/train.ts";
import { openTrainingThreads } from "../training/openTrainingThreads.ts";
import { syntheticDescriptors } from "./syntheticDescriptors.ts";

const ENGINE = "synthetic";
const SEGMENT = 1000;
/** A face of 60 px between the eyes; the jaw, which the mean face lacks, is a line. */
const LANDMARKS = [
  ...Array.from({ length: 17 }, (_, i) => ({ x: 8 * i, y: 150 })),
  ...MEAN_FACE.map(({ x, y }) => ({ x: 128 * x, y: 128 * y })),
];

const program = new Command("scale")
  .description(
    "Trains, calibrates and publishes on synthetic descriptions; prints memory and time.",
  )
  .option("--people <n>", "in the gallery", wholeNumber, 200)
  .option("--photos <n>", "of each", wholeNumber, 500)
  .option("--seed <n>", "of the descriptors", wholeNumber, 1);
program.parse();
const { people, photos, seed } = program.opts<{ people: number; photos: number; seed: number }>();

const startedAt = performance.now();
const workDir = await mkdtemp(join(tmpdir(), "starlike-scale-"));
try {
  await writeStore();
  lap("descriptions written");
  const dataset = await readDataset();
  lap("read, judged, grouped");
  const threads = await openTrainingThreads();
  const trained = train(trainingInput(dataset), lap, threads.objective);
  await threads.close();
  lap("trained");
  const prototypes = prototypesOf(dataset);
  const calibration = calibrate(prototypeDistances(dataset, prototypes, []));
  lap("calibrated");
  const pairs = await pairFigures(dataset, workDir);
  lap("verified");
  const files = galleryFiles({
    id: "synthetic",
    title: "Synthetic",
    dataset,
    trained,
    prototypes,
    calibration,
    shapes: prototypes.map(() => meanShape([LANDMARKS])),
    ownNames: new Map(),
    russianNames: new Map(),
    sources: [],
  });
  const portraits = prototypes.map(() => Buffer.from(""));
  await publish(join(workDir, "out"), {
    files,
    portraits,
    metrics: { verification: pairs?.verification },
  });
  lap("published");
  console.log(
    JSON.stringify({
      descriptions: dataset.photos.length,
      people: dataset.people.length,
      C: trained.c,
      top1: trained.scores.top1,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      peakMB: peakMegabytes(),
    }),
  );
} finally {
  await rm(workDir, { recursive: true });
}

function photoOf(person: number, photo: number) {
  const name = `person-${person}/${photo}.jpg`;
  return { name, path: name, sha256: createHash("sha256").update(name).digest("hex") };
}

async function writeStore(): Promise<void> {
  const { inputs, labels } = syntheticDescriptors(people, photos, seed);
  const folder = storeFolder(workDir, "descriptions", ENGINE);
  let lines: string[] = [];
  for (let s = 0; s < labels.length; s++) {
    const descriptor = Float32Array.from(inputs.subarray(s * 128, (s + 1) * 128)) as Descriptor;
    const { sha256 } = photoOf(labels[s]!, s % photos);
    const quality = {
      ...{ eyeDistancePx: 60, roll: 0, yaw: 0, pitch: 0, sharpness: 9, brightness: 120 },
      verdict: "usable" as const,
    };
    const box = { x: 0, y: 0, width: 128, height: 150 };
    const face = { box, score: 1, landmarks: LANDMARKS, quality, descriptor };
    lines.push(descriptionLine(sha256, ok({ width: 128, height: 160, faces: [face] })));
    if (lines.length < SEGMENT && s + 1 < labels.length) continue;
    await writeSegment(folder, lines);
    lines = [];
  }
}

async function readDataset(): Promise<Dataset> {
  const store = await openDescriptionStore(workDir, ENGINE);
  const candidates = Array.from({ length: people }, (_, person) => {
    const files = Array.from({ length: photos }, (_, photo) => photoOf(person, photo));
    const id = `person-${person}`;
    const unknown = { presentsAs: undefined, field: undefined, region: undefined };
    return {
      person: { id, name: id, ...unknown, source: undefined, photos: files },
      photos: usableOnly(judgePhotos(files, store)),
    };
  });
  return createDataset(candidates);
}

function lap(what: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.error(`${seconds.padStart(5)} s, peak ${peakMegabytes()} MB: ${what}`);
}

/** Of the whole process. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
