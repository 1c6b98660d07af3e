import { expect, it, vi } from "vitest";

import { ok } from "../shared/result.ts";
import { decodePhoto, prepareDecoder } from "./decodePhoto.ts";
import { photoPreview } from "./photoPreview.ts";

const FILE = new Blob(["x"]);

it("gives the photo that the worker opened, its preview beside it, and ends the worker", async () => {
  const [photo, preview] = [{}, {}] as [ImageBitmap, ImageBitmap];
  const { spawn, received, terminate } = fake((worker) => {
    worker.dispatchEvent(message(ok({ photo, preview })));
  });
  expect(await decodePhoto(FILE, spawn)).toEqual({ ok: true, value: photo });
  expect(await photoPreview(photo)).toBe(preview);
  expect(received).toEqual([FILE]);
  expect(terminate).toHaveBeenCalledOnce();
});

it("says that the worker's script did not load", async () => {
  const { spawn, terminate } = fake((worker) => {
    worker.dispatchEvent(error(""));
  });
  expect(await decodePhoto(FILE, spawn)).toEqual({
    ok: false,
    error: { kind: "decoderUnavailable" },
  });
  expect(terminate).toHaveBeenCalledOnce();
});

it("throws what the worker threw, and ends the worker", async () => {
  const { spawn, terminate } = fake((worker) => {
    worker.dispatchEvent(error("RangeError: too much"));
  });
  await expect(decodePhoto(FILE, spawn)).rejects.toThrow("RangeError: too much");
  expect(terminate).toHaveBeenCalledOnce();
});

it("opens the next photo in the worker that is ready, once", async () => {
  const photo = {} as ImageBitmap;
  const prepared = fake((worker) => {
    worker.dispatchEvent(message(ok({ photo, preview: photo })));
  });
  const spawned = fake((worker) => {
    worker.dispatchEvent(error(""));
  });
  vi.stubGlobal("Worker", spawned.spawn);
  prepareDecoder(prepared.spawn);
  expect((await decodePhoto(FILE)).ok).toBe(true);
  expect((await decodePhoto(FILE)).ok).toBe(false);
  expect([prepared.received, spawned.received]).toEqual([[FILE], [FILE]]);
  vi.unstubAllGlobals();
});

it("does not wait for a prepared worker whose script did not load", async () => {
  const broken = fake(() => undefined);
  prepareDecoder(broken.spawn);
  broken.spawn().dispatchEvent(error(""));
  const photo = {} as ImageBitmap;
  const spawned = fake((worker) => {
    worker.dispatchEvent(message(ok({ photo, preview: photo })));
  });
  vi.stubGlobal("Worker", spawned.spawn);
  expect((await decodePhoto(FILE)).ok).toBe(true);
  expect(broken.received).toEqual([]);
  vi.unstubAllGlobals();
});

/** A worker that answers each message at once. */
function fake(answer: (worker: EventTarget) => void) {
  const received: unknown[] = [];
  const terminate = vi.fn();
  const worker = Object.assign(new EventTarget(), {
    terminate,
    postMessage(data: unknown) {
      received.push(data);
      answer(worker);
    },
  });
  // Not an arrow: `new Worker` calls it too.
  function spawn(): Worker {
    return worker as EventTarget as Worker;
  }
  return { spawn, received, terminate };
}

function message(data: unknown): Event {
  return Object.assign(new Event("message"), { data });
}

function error(text: string): Event {
  return Object.assign(new Event("error"), { message: text });
}
