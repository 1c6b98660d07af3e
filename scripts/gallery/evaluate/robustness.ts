/** How much a worse photo matters: the same photos turned, darkened, blurred and so on. */
import { fork } from "node:child_process";
import { join } from "node:path";

import { descriptorDistance, type Descriptor } from "../../../src/face/descriptor.ts";
import { assert } from "../../../src/shared/assert.ts";
import { seededRandom, shuffled } from "../../../src/shared/random.ts";
import { fitLogits } from "../../../src/training/fitLogisticRegression.ts";
import { sorted } from "../../../src/training/sortedValues.ts";
import { ENGINE_VERSION } from "../../engine/engineVersion.ts";
import type { Dataset } from "../dataset.ts";
import { openSegmentStore, type SegmentStore } from "../describe/segmentStore.ts";
import type { RobustnessFigures } from "./galleryMetrics.ts";
import type { FoldModels } from "./outOfFold.ts";
import { CONDITIONS, type Condition } from "./perturbPhoto.ts";
import {
  ROBUSTNESS_COMMAND,
  trialKey,
  type RobustnessReady,
  type RobustnessRequest,
} from "./robustnessWorker.ts";

export interface RobustnessInput extends FoldModels {
  readonly dataset: Dataset;
  readonly cacheDir: string;
  /** Processes at once. */
  readonly jobs: number;
}

/** Of each person; enough for a per cent of all, and describing is slow. */
const PHOTOS_A_PERSON = 2;
const SEED = 20240618;
/** Photos that a killed process loses at most. */
const BATCH = 4;

/**
 * Tries a few photos of everybody under each condition, each judged by the
 * model that had seen neither it nor a copy of it. A second run tries nothing.
 */
export async function robustnessFigures(
  input: RobustnessInput,
): Promise<readonly RobustnessFigures[]> {
  const { dataset, cacheDir, jobs } = input;
  const chosen = choosePhotos(dataset);
  const store = await openSegmentStore(join(cacheDir, "robustness", ENGINE_VERSION));
  const photos = chosen.map((i) => dataset.photos[i]!.photo);
  const isMissing = ({ sha256 }: { readonly sha256: string }) =>
    CONDITIONS.some((condition) => !store.has(trialKey(sha256, condition)));
  await tryAll(photos.filter(isMissing), store, jobs);
  return CONDITIONS.map((condition) => figuresUnder(condition, chosen, input, store));
}

/** Indices into the photos, ascending. */
function choosePhotos({ people, labels }: Dataset): readonly number[] {
  const random = seededRandom(SEED);
  return people
    .flatMap((_, label) => {
      const own = labels.flatMap((other, i) => (other === label ? [i] : []));
      return shuffled(own, random).slice(0, PHOTOS_A_PERSON);
    })
    .sort((a, b) => a - b);
}

function figuresUnder(
  condition: Condition,
  chosen: readonly number[],
  { dataset, folds, models }: RobustnessInput,
  store: SegmentStore,
): RobustnessFigures {
  const shifts: number[] = [];
  let right = 0;
  for (const i of chosen) {
    const { photo, face } = dataset.photos[i]!;
    const descriptor = readTrial(store, photo.sha256, condition);
    if (!descriptor) continue;
    shifts.push(descriptorDistance(descriptor, face.descriptor));
    const logits = fitLogits(models[folds[i]!]!, Float64Array.from(descriptor));
    if (logits.indexOf(Math.max(...logits)) === dataset.labels[i]) right++;
  }
  const ordered = sorted(shifts);
  return {
    condition,
    photos: chosen.length,
    found: shifts.length / chosen.length,
    top1: right / chosen.length,
    medianShift: ordered[ordered.length >> 1] ?? 0,
  };
}

/** @returns nothing where no face was found */
function readTrial(
  store: SegmentStore,
  sha256: string,
  condition: Condition,
): Descriptor | undefined {
  const line = store.read(trialKey(sha256, condition));
  assert(line !== undefined, `${condition} was tried`);
  const { descriptor } = JSON.parse(line) as { readonly descriptor: string | null };
  if (descriptor === null) return undefined;
  return new Float32Array(Uint8Array.from(Buffer.from(descriptor, "base64")).buffer) as Descriptor;
}

async function tryAll(photos: RobustnessRequest, store: SegmentStore, jobs: number): Promise<void> {
  const batches: RobustnessRequest[] = [];
  for (let i = 0; i < photos.length; i += BATCH) batches.push(photos.slice(i, i + BATCH));
  const waiting = batches.values();
  const processes = Math.min(jobs, batches.length);
  await Promise.all(Array.from({ length: processes }, () => feedProcess(waiting, store)));
}

/** Gives one process batch after batch until none are left. */
function feedProcess(waiting: Iterator<RobustnessRequest>, store: SegmentStore): Promise<void> {
  const child = fork(process.argv[1]!, [ROBUSTNESS_COMMAND, store.folder]);
  return new Promise<void>((resolve, reject) => {
    child.on("message", (message) => {
      const { segment } = message as RobustnessReady;
      const taken = segment === undefined ? Promise.resolve() : store.takeIn(segment);
      taken.then(() => {
        const next = waiting.next();
        if (next.done === true) resolve();
        else child.send(next.value);
      }, reject);
    });
    child.on("error", reject);
    child.on("exit", () => {
      reject(new Error("A process that tries photos ended early."));
    });
  }).finally(() => child.kill());
}
