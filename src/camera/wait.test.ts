import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { wait } from "./wait.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("waits as long as it is told", async () => {
  const done = vi.fn();
  void wait(100, new AbortController().signal).then(done);
  await vi.advanceTimersByTimeAsync(99);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalledOnce();
});

it("ends with the abort reason, before and while it waits", async () => {
  const controller = new AbortController();
  const waiting = wait(100, controller.signal);
  controller.abort(new Error("left"));
  await expect(waiting).rejects.toThrow("left");
  await expect(wait(100, controller.signal)).rejects.toThrow("left");
  expect(vi.getTimerCount()).toBe(0);
});
