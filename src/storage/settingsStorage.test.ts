// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { browserSettingsStorage, SETTINGS_KEY } from "./settingsStorage.ts";

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

it("keeps one text and lets it go", () => {
  const storage = browserSettingsStorage();
  expect(storage.read()).toBeUndefined();
  storage.write("{}");
  expect(storage.read()).toBe("{}");
  storage.remove();
  expect(storage.read()).toBeUndefined();
});

it("reports another tab's change of its own key, and of all keys at once", () => {
  const listener = vi.fn();
  const stop = browserSettingsStorage().onOtherTab(listener);
  window.dispatchEvent(new StorageEvent("storage", { key: "starlike.language" }));
  expect(listener).not.toHaveBeenCalled();
  window.dispatchEvent(new StorageEvent("storage", { key: SETTINGS_KEY }));
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  window.dispatchEvent(new StorageEvent("storage", { key: SETTINGS_KEY }));
  expect(listener).toHaveBeenCalledTimes(2);
});

it("does without where storage is blocked or full", () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(refuse("SecurityError"));
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse("QuotaExceededError"));
  vi.spyOn(Storage.prototype, "removeItem").mockImplementation(refuse("SecurityError"));
  const storage = browserSettingsStorage();
  expect(storage.read()).toBeUndefined();
  storage.write("{}");
  storage.remove();
});

function refuse(name: string): () => never {
  return () => {
    throw new DOMException("refused", name);
  };
}
