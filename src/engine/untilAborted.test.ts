import { expect, it, vi } from "vitest";

import { untilAborted } from "./untilAborted.ts";

const never = () => new Promise<never>(() => undefined);

it("rejects with the reason, though the work never settles", async () => {
  const controller = new AbortController();
  const onAbort = vi.fn();
  const result = untilAborted(controller.signal, onAbort, never);
  controller.abort(new Error("retaken"));
  await expect(result).rejects.toThrow("retaken");
  expect(onAbort).toHaveBeenCalledOnce();
});

it("does not start work that is no longer wanted", async () => {
  const work = vi.fn(never);
  await expect(untilAborted(AbortSignal.abort(), vi.fn(), work)).rejects.toThrow();
  expect(work).not.toHaveBeenCalled();
});

it("leaves a finished answer alone when an abort follows", async () => {
  const controller = new AbortController();
  const onAbort = vi.fn();
  expect(await untilAborted(controller.signal, onAbort, () => Promise.resolve(7))).toBe(7);
  controller.abort();
  expect(onAbort).not.toHaveBeenCalled();
});
