// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { backendMemory } from "./backendMemory.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it("remembers for this build, and for no other", () => {
  backendMemory("1a2b3c4d").remember("wasm");
  expect(backendMemory("1a2b3c4d").recall()).toBe("wasm");
  expect(backendMemory("99999999").recall()).toBeUndefined();
  expect(backendMemory(undefined).recall()).toBeUndefined();
});

it.each(["", "1a2b3c4d", "1a2b3c4d ", "1a2b3c4d cpu", "undefined wasm", "wasm"])(
  "does not believe %o",
  (kept) => {
    localStorage.setItem("starlike.quicker", kept);
    expect(backendMemory("1a2b3c4d").recall()).toBeUndefined();
    expect(backendMemory(undefined).recall()).toBeUndefined();
  },
);

it("remembers nothing where there is no build, or storage is blocked", () => {
  backendMemory(undefined).remember("wasm");
  expect(localStorage).toHaveLength(0);
  vi.stubGlobal("localStorage", {
    getItem() {
      throw new DOMException("blocked", "SecurityError");
    },
    setItem() {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  backendMemory("1a2b3c4d").remember("wasm");
  expect(backendMemory("1a2b3c4d").recall()).toBeUndefined();
});
