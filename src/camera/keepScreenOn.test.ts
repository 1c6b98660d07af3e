import { expect, it, vi } from "vitest";

import { keepScreenOn } from "./keepScreenOn.ts";

it("holds the lock until it is let go", async () => {
  const { wakeLock, release } = lockSpy();
  const letGo = keepScreenOn(wakeLock);
  await Promise.resolve();
  expect(release).not.toHaveBeenCalled();
  letGo();
  expect(release).toHaveBeenCalledOnce();
});

it("gives a lock back that comes too late", async () => {
  const { wakeLock, release } = lockSpy();
  keepScreenOn(wakeLock)();
  await Promise.resolve();
  expect(release).toHaveBeenCalledOnce();
});

it("bears a refusal, and a browser without locks", async () => {
  const refusing = { request: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
  const letGo = keepScreenOn(refusing);
  await Promise.resolve();
  expect(letGo).not.toThrow();
  expect(keepScreenOn(undefined)).not.toThrow();
});

function lockSpy() {
  const release = vi.fn(() => Promise.resolve());
  const wakeLock = { request: () => Promise.resolve({ release }) };
  return { wakeLock: wakeLock as unknown as WakeLock, release };
}
