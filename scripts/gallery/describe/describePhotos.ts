/** Stage 4: every photo through the engine, spread over processes, each photo once ever. */
import { fork } from "node:child_process";
import { SingleBar } from "cli-progress";

import { fail } from "../../../src/shared/result.ts";
import type { PhotoFile } from "../scan.ts";
import { descriptionLine } from "./descriptionRecord.ts";
import type { DescriptionStore, StorePart } from "./descriptionStore.ts";
import { writeSegment } from "./segmentFile.ts";
import type { SegmentStore } from "./segmentStore.ts";
import { isInShard, type Shard } from "./shard.ts";
import { WORKER_COMMAND, type PhotoTask } from "./workerProtocol.ts";
import { describeInProcesses, type BatchDone } from "./workerPool.ts";

export interface DescribeOptions {
  /** Processes at once, each with its own engine. */
  readonly jobs: number;
  /** Photos per segment: what a killed process loses at most. */
  readonly batchSize?: number | undefined;
  /** Only this part of the photos; absent: all of them. */
  readonly shard?: Shard | undefined;
  /** The script that serves as a worker; absent: the one that is running. */
  readonly workerScript?: string | undefined;
}

export interface DescribeReport {
  readonly described: number;
  /** Not in the store: a later run tries them again. */
  readonly unreadable: number;
  /** In the store as `engineFailed`. */
  readonly poisonous: number;
}

export const BATCH_SIZE = 32;

/** A photo that is still to be done. */
export interface NamedTask extends PhotoTask {
  readonly name: string;
}

/**
 * Sees to it that the store holds every photo that can be read. What a killed
 * run had written is not done again. Memory does not grow with the photos but
 * by the store's index.
 *
 * @param photos copies of one photo are described once
 * @throws as `describeInProcesses`; what is in the store stays
 */
export function describePhotos(
  photos: Iterable<PhotoFile> | AsyncIterable<PhotoFile>,
  store: DescriptionStore,
  options: DescribeOptions,
): Promise<DescribeReport> {
  for (const { name, kind, message } of store.damaged)
    say(`${name}: ${kind}, ${message}; its photos are described again`);
  return describeMissing(photos, (photo) => photo, store.records, {
    ...options,
    part: "descriptions",
    poisonLine: ({ sha256 }, message) =>
      descriptionLine(sha256, fail({ kind: "engineFailed", message })),
  });
}

export interface PassOptions extends DescribeOptions {
  readonly part: StorePart;
  /** What is recorded of a photo that kills its process; absent: nothing. */
  readonly poisonLine?: (photo: NamedTask, message: string) => string;
}

/** @param toTask nothing for a photo with which there is nothing to do */
export async function describeMissing(
  photos: Iterable<PhotoFile> | AsyncIterable<PhotoFile>,
  toTask: (photo: PhotoFile) => NamedTask | undefined,
  store: SegmentStore,
  options: PassOptions,
): Promise<DescribeReport> {
  const isMissing = ({ sha256 }: PhotoFile) =>
    !store.has(sha256) && (!options.shard || isInShard(sha256, options.shard));
  const total = Array.isArray(photos)
    ? new Set((photos as PhotoFile[]).filter(isMissing).map(({ sha256 }) => sha256)).size
    : undefined;
  const report = { described: 0, unreadable: 0, poisonous: 0 };
  if (total === 0) return report;

  const underway = new Set<string>();
  const bar = startBar(options.part, total);
  try {
    await describeInProcesses(
      batches(photos, isMissing, toTask, underway, sizeOf(options, total)),
      {
        jobs: options.jobs,
        start: () =>
          fork(options.workerScript ?? process.argv[1]!, [
            WORKER_COMMAND,
            options.part,
            store.folder,
          ]),
        onDone: async (batch, done) => {
          for (const segment of done.segments) await store.takeIn(segment);
          await recordPoisonous(done, store, options);
          for (const { sha256 } of batch) underway.delete(sha256);
          report.unreadable += done.unreadable;
          report.poisonous += done.poisonous.length;
          report.described += batch.length - done.unreadable - done.poisonous.length;
          bar.increment(batch.length);
        },
      },
    );
  } finally {
    bar.stop();
  }
  return report;
}

/** So small that all processes have something to do. */
function sizeOf({ batchSize = BATCH_SIZE, jobs }: DescribeOptions, total: number | undefined) {
  return total === undefined ? batchSize : Math.min(batchSize, Math.ceil(total / jobs));
}

async function* batches(
  photos: Iterable<PhotoFile> | AsyncIterable<PhotoFile>,
  isMissing: (photo: PhotoFile) => boolean,
  toTask: (photo: PhotoFile) => NamedTask | undefined,
  underway: Set<string>,
  size: number,
): AsyncGenerator<readonly NamedTask[]> {
  let batch: NamedTask[] = [];
  for await (const photo of photos) {
    if (underway.has(photo.sha256) || !isMissing(photo)) continue;
    const task = toTask(photo);
    if (!task) continue;
    underway.add(task.sha256);
    batch.push(task);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function recordPoisonous(
  { poisonous }: BatchDone<NamedTask>,
  store: SegmentStore,
  { poisonLine }: PassOptions,
): Promise<void> {
  for (const { photo, message } of poisonous) say(`${photo.name}: the engine failed (${message})`);
  if (!poisonLine || poisonous.length === 0) return;
  const lines = poisonous.map(({ photo, message }) => poisonLine(photo, message));
  await store.takeIn(await writeSegment(store.folder, lines));
}

function startBar(part: StorePart, total: number | undefined): SingleBar {
  const count =
    total === undefined ? "{value} photos" : "{bar} {value}/{total} photos, {eta_formatted} left";
  const bar = new SingleBar({
    format: `${part} ${count}`,
    etaBuffer: 200,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    stream: process.stderr,
  });
  bar.start(total ?? 0, 0);
  return bar;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
