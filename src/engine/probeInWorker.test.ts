import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { probeInWorker } from "./probeInWorker.ts";

class FakeWorker extends EventTarget {
  readonly terminate = vi.fn();
}

let spawned: FakeWorker;

beforeEach(() => {
  vi.useFakeTimers();
  spawned = new FakeWorker();
  vi.stubGlobal(
    "Worker",
    vi.fn(function () {
      return spawned;
    }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("tells what the worker says, and ends it", async () => {
  const answer = probeInWorker();
  spawned.dispatchEvent(new MessageEvent("message", { data: "hardware" }));
  expect(await answer).toBe("hardware");
  expect(spawned.terminate).toHaveBeenCalledOnce();
});

it("takes a worker that does not load for no WebGL", async () => {
  const answer = probeInWorker();
  spawned.dispatchEvent(new Event("error"));
  expect(await answer).toBe("none");
  expect(spawned.terminate).toHaveBeenCalledOnce();
});

it("does not wait for ever for a driver that does not answer", async () => {
  const answer = probeInWorker();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toBe("none");
  expect(spawned.terminate).toHaveBeenCalledOnce();
});
