import { fail, ok, type Result } from "../shared/result.ts";
import type { PhotoError } from "./photoError.ts";
import { keepPreview } from "./photoPreview.ts";
import type { PhotoReply } from "./photoWorkerApi.ts";

/**
 * Opens a file as an upright, opaque sRGB bitmap, shrunk to what the engine
 * takes; the caller owns it and closes it. Its `photoPreview` is then ready.
 *
 * In a worker that is made for it and ends with it: turning and shrinking a
 * large photo would stop the page for seconds.
 *
 * @throws what the worker threw, which only a bug of ours or a full memory can cause
 */
export async function decodePhoto(
  file: Blob,
  spawn: () => Worker = readyOrNewWorker,
): Promise<Result<ImageBitmap, PhotoError>> {
  const worker = spawn();
  try {
    const answer = await answerOf(worker, file);
    if (!answer.ok) return answer;
    const { photo, preview } = answer.value;
    keepPreview(photo, preview);
    return ok(photo);
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, file: Blob): Promise<PhotoReply> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<PhotoReply>) => {
      resolve(data);
    });
    worker.addEventListener("error", ({ message }) => {
      // A script that did not load has nothing to say.
      if (message) reject(new Error(message));
      else resolve(fail({ kind: "decoderUnavailable" }));
    });
    worker.postMessage(file);
  });
}

let readyWorker: Worker | undefined;

/** Loads the worker of the next photo, so that the photo itself waits for no file. */
export function prepareDecoder(spawn: () => Worker = spawnPhotoWorker): void {
  if (readyWorker) return;
  const worker = spawn();
  readyWorker = worker;
  worker.addEventListener("error", () => {
    // One whose script did not load would never answer.
    if (readyWorker === worker) readyWorker = undefined;
  });
}

function readyOrNewWorker(): Worker {
  const worker = readyWorker ?? spawnPhotoWorker();
  readyWorker = undefined;
  return worker;
}

function spawnPhotoWorker(): Worker {
  return new Worker(new URL("./worker/photoWorker.ts", import.meta.url), {
    type: "module",
    name: "photo",
  });
}
