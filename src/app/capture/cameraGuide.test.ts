import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { wait } from "../../camera/wait.ts";
import type { LookError } from "../../engine/faceLooker.ts";
import type { Look } from "../../face/guidance.ts";
import { lookAt, seenFace } from "../../face/guidanceFixtures.ts";
import { isShotDue, type Guidance } from "../../face/guidanceState.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { startGuide, type GuidePorts } from "./cameraGuide.ts";

const ready = lookAt([seenFace()]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("looks eight times a second where looking is quick", async () => {
  const { looks } = guide({ tookMs: 10, answer: () => ok(ready) });
  await vi.advanceTimersByTimeAsync(1999);
  expect(looks()).toBe(16);
});

it("leaves a slow engine half of its time, one look at a time", async () => {
  const { looks, most } = guide({ tookMs: 250, answer: () => ok(ready) });
  await vi.advanceTimersByTimeAsync(1999);
  expect(looks()).toBe(4);
  expect(most()).toBe(1);
});

it("says when a face has held still", async () => {
  const { heard } = guide({ tookMs: 20, answer: () => ok(ready) });
  await vi.advanceTimersByTimeAsync(1500);
  expect(heard.some(isShotDue)).toBe(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(heard.some(isShotDue)).toBe(true);
});

it("waits for an engine that is not there yet", async () => {
  let started = false;
  const answer = () => (started ? ok(ready) : fail({ kind: "engineNotReady" }));
  const { heard } = guide({ tookMs: 0, answer });
  await vi.advanceTimersByTimeAsync(5000);
  expect(heard).toEqual([]);
  started = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect(heard.length).toBeGreaterThan(2);
});

it("gives up on an engine that failed, quietly", async () => {
  const answer = () => fail({ kind: "engineFailed", cause: "context lost" });
  const { looks, report } = guide({ tookMs: 0, answer });
  await vi.advanceTimersByTimeAsync(5000);
  expect(looks()).toBe(1);
  expect(report).not.toHaveBeenCalled();
});

it("says nothing more once it is stopped, though a look still runs", async () => {
  const { heard, stop, report } = guide({ tookMs: 300, answer: () => ok(ready) });
  await vi.advanceTimersByTimeAsync(100);
  stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(heard).toEqual([]);
  expect(report).not.toHaveBeenCalled();
});

it.each([
  ["bears a few frames", 4, 0],
  ["reports, once, frames", 5, 1],
])("%s that cannot be grabbed", async (_, failures, reports) => {
  const { ports } = portsOf({ tookMs: 0, answer: () => ok(ready) });
  const grab = vi.fn(ports.grab);
  for (let i = 0; i < failures; i++) grab.mockRejectedValueOnce(new Error("no frame"));
  const heard = vi.fn();
  const report = vi.fn();
  startGuide({ ...ports, grab }, heard, report);
  await vi.advanceTimersByTimeAsync(3000);
  expect(report).toHaveBeenCalledTimes(reports);
  expect(heard.mock.calls.length > 0).toBe(reports === 0);
});

interface Engine {
  readonly tookMs: number;
  readonly answer: () => Result<Look, LookError>;
}

function guide(engine: Engine) {
  const { ports, ...counts } = portsOf(engine);
  const heard: Guidance[] = [];
  const report = vi.fn();
  const stop = startGuide(ports, (guidance) => heard.push(guidance), report);
  return { ...counts, heard, stop, report };
}

function portsOf({ tookMs, answer }: Engine) {
  let looks = 0;
  let running = 0;
  let most = 0;
  const ports: GuidePorts = {
    grab: () => Promise.resolve({} as ImageBitmap),
    look: async () => {
      looks++;
      most = Math.max(most, ++running);
      await wait(tookMs, new AbortController().signal);
      running--;
      return answer();
    },
    now: () => performance.now(),
    wait,
  };
  return { ports, looks: () => looks, most: () => most };
}
