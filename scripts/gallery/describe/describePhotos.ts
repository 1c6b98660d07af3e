/** Stage 2: every photo through the engine, spread over processes, each photo once ever. */
import { fork, type ChildProcess } from "node:child_process";
import { SingleBar } from "cli-progress";

import type { PhotoFile } from "../scan.ts";
import type { PhotoCache } from "./photoCache.ts";

/** The subcommand under which the CLI's own bundle serves as a worker. */
export const WORKER_COMMAND = "describe-worker";

/** To a worker: describe this file into the cache. */
export type DescribeRequest = Pick<PhotoFile, "path" | "sha256">;
/** From a worker: ready for a photo, the first time and after each. */
export interface WorkerReady {
  readonly ready: true;
}

/**
 * Sees to it that the cache holds every photo. What a killed run had finished
 * is not done again.
 *
 * @param jobs processes at once, each with its own engine
 * @throws when a worker dies; what is in the cache stays
 */
export async function describePhotos(
  photos: readonly PhotoFile[],
  cache: PhotoCache,
  { cacheDir, jobs }: { readonly cacheDir: string; readonly jobs: number },
): Promise<void> {
  const wanted = new Map(photos.map((photo) => [photo.sha256, photo]));
  const queue = [...wanted.values()].filter(({ sha256 }) => !cache.has(sha256));
  if (queue.length === 0) return;

  const bar = new SingleBar({
    format: "describe {bar} {value}/{total} photos, {eta_formatted} left",
    etaBuffer: 200,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    stream: process.stderr,
  });
  bar.start(queue.length, 0);
  const waiting = queue.values();
  const workers = Array.from({ length: Math.min(jobs, queue.length) }, () =>
    startWorker(cacheDir, cache.engineVersion),
  );
  try {
    await Promise.all(
      workers.map((worker) =>
        feed(worker, waiting, () => {
          bar.increment();
        }),
      ),
    );
  } finally {
    for (const worker of workers) worker.kill();
    bar.stop();
  }
}

function startWorker(cacheDir: string, engineVersion: string): ChildProcess {
  return fork(process.argv[1]!, [WORKER_COMMAND, "--cache", cacheDir, "--engine", engineVersion]);
}

/** Gives one worker photo after photo until none are left. */
function feed(
  worker: ChildProcess,
  waiting: Iterator<PhotoFile>,
  onDone: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let busy = false;
    worker.on("message", () => {
      if (busy) onDone();
      const next = waiting.next();
      busy = next.done !== true;
      if (next.done === true) resolve();
      else
        worker.send({ path: next.value.path, sha256: next.value.sha256 } satisfies DescribeRequest);
    });
    worker.on("error", reject);
    worker.on("exit", (code, signal) => {
      reject(
        new Error(`A describing process ended early (${signal ?? `status ${String(code)}`}).`),
      );
    });
  });
}
