import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { createGate } from "./gate.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("lets through until it is closed, and again once it is opened", async () => {
  const gate = createGate(1000);
  await expect(gate.passed()).resolves.toBeUndefined();

  gate.close();
  const through = whenThrough(gate.passed());
  await vi.advanceTimersByTimeAsync(999);
  expect(through).not.toHaveBeenCalled();

  gate.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(through).toHaveBeenCalledOnce();
});

it("opens by itself when whoever closed it is gone", async () => {
  const gate = createGate(1000);
  gate.close();
  const through = whenThrough(gate.passed());
  await vi.advanceTimersByTimeAsync(1000);
  expect(through).toHaveBeenCalledOnce();
});

it("forgets nobody who waits when it is closed twice", async () => {
  const gate = createGate(1000);
  gate.close();
  const first = whenThrough(gate.passed());
  gate.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(first).not.toHaveBeenCalled();
  gate.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(first).toHaveBeenCalledOnce();
  await expect(gate.passed()).resolves.toBeUndefined();
});

function whenThrough(passed: Promise<void>): () => void {
  const through = vi.fn<() => void>();
  void passed.then(through);
  return through;
}
