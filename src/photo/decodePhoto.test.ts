import { expect, it, vi } from "vitest";

import { ok } from "../shared/result.ts";
import { decodePhoto } from "./decodePhoto.ts";
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
  return { spawn: () => worker as EventTarget as Worker, received, terminate };
}

function message(data: unknown): Event {
  return Object.assign(new Event("message"), { data });
}

function error(text: string): Event {
  return Object.assign(new Event("error"), { message: text });
}
