/** Batches of photos to describing processes, each batch until it is written or given up. */
import type { ChildProcess } from "node:child_process";

import { startDescribeProcess, type DescribeProcess } from "./describeProcess.ts";
import type { PhotoTask } from "./workerProtocol.ts";

export interface PoolTask<T extends PhotoTask> {
  readonly jobs: number;
  readonly start: () => ChildProcess;
  /** Told of each segment that was written, and of each batch done. */
  readonly onDone: (batch: readonly T[], done: BatchDone<T>) => Promise<void>;
}

export interface BatchDone<T> {
  readonly segments: readonly string[];
  readonly unreadable: number;
  /** Photos of which a process died twice. */
  readonly poisonous: readonly Poisonous<T>[];
}

export interface Poisonous<T> {
  readonly photo: T;
  /** What is known of the death. */
  readonly message: string;
}

/** A batch of at least so many photos that all kill their process tells of the machine, not of the photos. */
const SUSPICIOUS = 4;

/**
 * Describes all batches, in `jobs` processes that take one after the other. A
 * batch on which its process dies is tried again in a new one, photo by photo.
 *
 * @throws when a process cannot start or cannot write, or dies of every photo
 *   of a batch; what was written stays
 */
export async function describeInProcesses<T extends PhotoTask>(
  batches: AsyncIterator<readonly T[], unknown>,
  { jobs, start, onDone }: PoolTask<T>,
): Promise<void> {
  const lanes = Array.from({ length: jobs }, () => openLane<T>(start));
  const runs = lanes.map(async (lane) => {
    for (let next = await batches.next(); !next.done; next = await batches.next())
      await onDone(next.value, await lane.describe(next.value));
  });
  try {
    await Promise.all(runs);
  } finally {
    for (const lane of lanes) lane.close();
    // The others end by it, and nothing of this is left running.
    await Promise.allSettled(runs);
  }
}

interface Lane<T> {
  describe(batch: readonly T[]): Promise<BatchDone<T>>;
  close(): void;
}

/** One process after the other: started when first needed, and after each death. */
function openLane<T extends PhotoTask>(start: () => ChildProcess): Lane<T> {
  let child: ChildProcess | undefined;
  let process: DescribeProcess | undefined;
  let isOpen = true;
  const ask = async (photos: readonly T[]) => {
    if (!isOpen) throw new Error("The describing processes were stopped.");
    process ??= await startDescribeProcess(() => (child = start()));
    const outcome = await process.describe({ photos: photos.map(taskOf) });
    if (outcome.kind === "died") process = undefined;
    return outcome;
  };
  return {
    describe: async (batch) => {
      const outcome = await ask(batch);
      return outcome.kind === "described"
        ? { ...written(outcome), poisonous: [] }
        : await describeOneByOne(batch, ask);
    },
    close: () => {
      isOpen = false;
      child?.kill();
    },
  };
}

type Ask<T> = (photos: readonly T[]) => ReturnType<DescribeProcess["describe"]>;

async function describeOneByOne<T>(batch: readonly T[], ask: Ask<T>): Promise<BatchDone<T>> {
  const segments: string[] = [];
  const poisonous: Poisonous<T>[] = [];
  let unreadable = 0;
  for (const photo of batch) {
    const outcome = await ask([photo]);
    if (outcome.kind === "died") {
      poisonous.push({ photo, message: outcome.message });
      continue;
    }
    const done = written(outcome);
    segments.push(...done.segments);
    unreadable += done.unreadable;
  }
  if (batch.length >= SUSPICIOUS && poisonous.length === batch.length)
    throw new Error(
      `Describing processes die of every photo (${poisonous[0]!.message}): too little memory?`,
    );
  return { segments, unreadable, poisonous };
}

function written({
  segment,
  unreadable,
}: {
  readonly segment?: string;
  readonly unreadable: number;
}) {
  return { segments: segment === undefined ? [] : [segment], unreadable };
}

/** Only what a process needs crosses to it. */
function taskOf({ path, sha256, landmarks }: PhotoTask): PhotoTask {
  return landmarks ? { path, sha256, landmarks } : { path, sha256 };
}
