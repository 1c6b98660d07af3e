import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { wait } from "../../camera/wait.ts";
import type { Look } from "../../face/guidance.ts";
import { lookAt, seenFace } from "../../face/guidanceFixtures.ts";
import { fail, ok } from "../../shared/result.ts";
import { bestFrames, grabBurst, type BurstPorts, type Shot } from "./burst.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("keeps the sharpest frames, best first, and at least three", () => {
  const shots = [sharp(5), sharp(10), sharp(2), sharp(9), sharp(1)];
  expect(bestFrames(shots)).toEqual([10, 9, 5]);
});

it("keeps more only where they are nearly as good, and five at most", () => {
  const shots = [10, 9.5, 9, 8.5, 8, 7.9, 7.8].map((sharpness) => sharp(sharpness));
  expect(bestFrames(shots)).toEqual([10, 9.5, 9, 8.5, 8]);
});

it("likes a straight look better than a sharper half profile", () => {
  const half = { frame: -1, look: lookAt([seenFace({ quality: { sharpness: 11, yaw: 60 } })]) };
  expect(bestFrames([half, sharp(8), sharp(9), sharp(7)])[0]).toBe(9);
});

it("leaves out frames without a face, and gives one frame where nobody was seen", () => {
  const empty: Shot<number> = { frame: 0, look: lookAt([]) };
  expect(bestFrames([empty, sharp(3), empty, sharp(4)])).toEqual([4, 3]);
  expect(bestFrames([{ ...empty, frame: 7 }, empty, empty])).toEqual([7]);
});

it("spreads three over a burst that nobody looked at", () => {
  const shots = [1, 2, 3, 4, 5, 6, 7].map((frame) => ({ frame, look: undefined }));
  expect(bestFrames(shots)).toEqual([1, 4, 7]);
});

it("takes about a second, and closes what it does not keep", async () => {
  const { ports, taken } = burstPorts(({ sharpness }) =>
    Promise.resolve(ok(sharp(sharpness).look)),
  );
  const began = performance.now();
  const frames = grabBurst(ports, new AbortController().signal);
  await vi.runAllTimersAsync();
  expect((await frames).map((frame) => frame.width)).toEqual([7, 6, 5]);
  expect(performance.now() - began).toBeLessThan(1500);
  expect(taken.map(({ close }) => close.mock.calls.length)).toEqual([1, 1, 1, 1, 0, 0, 0]);
});

it.each([
  ["is not there yet", () => Promise.resolve(fail({ kind: "engineNotReady" }))],
  ["never answers", () => new Promise<never>(() => undefined)],
])("shoots all the same while the engine %s", async (_, look) => {
  const { ports } = burstPorts(look);
  const began = performance.now();
  const frames = grabBurst(ports, new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await frames).toHaveLength(3);
  expect(performance.now() - began).toBeLessThan(2000);
});

it("ends when the screen is left", async () => {
  const { ports } = burstPorts(() => Promise.resolve(fail({ kind: "engineNotReady" })));
  const controller = new AbortController();
  const frames = grabBurst(ports, controller.signal);
  const ended = expect(frames).rejects.toThrow("left");
  await vi.advanceTimersByTimeAsync(200);
  controller.abort(new Error("left"));
  await ended;
});

/** A frame named after its sharpness. */
function sharp(sharpness: number): Shot<number> & { readonly look: Look } {
  return { frame: sharpness, look: lookAt([seenFace({ quality: { sharpness } })]) };
}

/** Frames are numbered from 1 in `width`, and each is sharper than the one before. */
function burstPorts(
  look: (frame: { readonly sharpness: number }) => ReturnType<NonNullable<BurstPorts["look"]>>,
) {
  const taken: { readonly width: number; readonly close: ReturnType<typeof vi.fn> }[] = [];
  const ports: BurstPorts = {
    grab: (_, signal) => {
      signal.throwIfAborted();
      const frame = { width: taken.length + 1, height: 1, close: vi.fn() };
      taken.push(frame);
      return Promise.resolve(frame as unknown as ImageBitmap);
    },
    shrink: (frame) => Promise.resolve(frame),
    look: (frame) => look({ sharpness: frame.width }),
    now: () => performance.now(),
    wait,
  };
  return { ports, taken };
}
