// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { useOpeningTurn } from "./useOpeningTurn.ts";

beforeEach(() => {
  vi.useFakeTimers();
  askForLessMotion(false);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("turns three times within five seconds, and never again", () => {
  const { result } = renderHook(() => useOpeningTurn(true));
  const turns = new Set<number>();
  for (let ms = 0; ms < 5000; ms += 100) {
    turns.add(result.current);
    pass(100);
  }
  expect([...turns]).toEqual([0, 1, 2, 3]);
  pass(60_000);
  expect(result.current).toBe(3);
});

it("waits until there is somebody to show", () => {
  const { result, rerender } = renderHook(({ started }) => useOpeningTurn(started), {
    initialProps: { started: false },
  });
  pass(5000);
  expect(result.current).toBe(0);
  rerender({ started: true });
  pass(1500);
  expect(result.current).toBe(1);
});

it("stays still where less motion is asked for", () => {
  askForLessMotion(true);
  const { result } = renderHook(() => useOpeningTurn(true));
  pass(5000);
  expect(result.current).toBe(0);
});

function askForLessMotion(matches: boolean): void {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("reduce") && matches,
  }));
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}
