import { expect, it, vi } from "vitest";

import type { BrowserData } from "../storage/browserData.ts";
import { historyEntry } from "../storage/historyFixtures.ts";
import { createDeletion, isEmpty, type DeletionDeps } from "./deleteEverything.ts";
import { createHistoryStore } from "./history/history.ts";
import { historyInMemory } from "./history/historyTesting.ts";
import { createSettingsStore, DEFAULT_SETTINGS } from "./settings.ts";

const NONE = { count: 0, bytes: 0 };
const FULL: BrowserData = {
  entryCount: 2,
  appFiles: { count: 60, bytes: 2_000_000 },
  dataFiles: { count: 155, bytes: 12_000_000 },
  usageBytes: 14_000_000,
  isPersistent: false,
};
const EMPTY: BrowserData = {
  entryCount: 0,
  appFiles: NONE,
  dataFiles: NONE,
  usageBytes: 1000,
  isPersistent: false,
};

it("counts what is kept, damaged rows too", async () => {
  const { deletion } = start();
  expect(deletion.getSnapshot()).toEqual({ phase: "counting" });
  await deletion.open();
  expect(deletion.getSnapshot()).toEqual({
    phase: "counted",
    kept: { ...FULL, history: { count: 3, bytes: 0 } },
  });
});

it("empties everything and shows what it was and what is left", async () => {
  const { deletion, settings, rows, steps } = start();
  settings.change({ theme: "light" });
  await deletion.open();
  await deletion.deleteEverything();
  expect(rows.size).toBe(0);
  expect(settings.getSnapshot()).toEqual(DEFAULT_SETTINGS);
  expect(deletion.getSnapshot()).toEqual({
    phase: "deleted",
    before: { ...FULL, history: { count: 3, bytes: 0 } },
    after: { ...EMPTY, history: NONE },
  });
  // A look into the database after it was deleted would create it again.
  expect(steps.lastIndexOf("look into the history")).toBeLessThan(steps.indexOf("delete"));
});

it("follows the browser's count of the space until it has come down", async () => {
  let usageBytes = 18_000_000;
  let goOn: () => void = () => undefined;
  const wait = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  const readBrowserData = vi.fn(() => Promise.resolve({ ...EMPTY, usageBytes }));
  const { deletion } = start({ wait, readBrowserData });
  await deletion.open();
  await deletion.deleteEverything();
  expect(deletion.getSnapshot()).toMatchObject({ after: { usageBytes: 18_000_000 } });
  usageBytes = 400;
  goOn();
  await vi.waitFor(() => {
    expect(deletion.getSnapshot()).toMatchObject({ after: { usageBytes: 400 } });
  });
  goOn();
  await Promise.resolve();
  // Before, after, and once more.
  expect(readBrowserData).toHaveBeenCalledTimes(3);
});

it("does not hide what could not be deleted", async () => {
  const { deletion } = start({ deleteBrowserData: () => Promise.resolve() });
  await deletion.open();
  await deletion.deleteEverything();
  const state = deletion.getSnapshot();
  expect(state.phase === "deleted" && isEmpty(state.after)).toBe(false);
});

it("says that it does not know what it may not look into", async () => {
  const { deletion, refuse } = start();
  refuse({ kind: "storageBlocked" });
  await deletion.open();
  expect(deletion.getSnapshot()).toMatchObject({ kept: { history: undefined } });
});

it("leaves the outcome on show when a setting changes, and begins anew when it is opened", async () => {
  const { deletion } = start();
  await deletion.open();
  await deletion.deleteEverything();
  await deletion.recount();
  expect(deletion.getSnapshot().phase).toBe("deleted");
  await deletion.open();
  expect(deletion.getSnapshot().phase).toBe("counted");
});

it("deletes nothing before it was counted", async () => {
  const { deletion, rows } = start();
  await deletion.deleteEverything();
  expect(rows.size).toBe(3);
});

it("reports what nobody foresaw", async () => {
  const cause = new Error("a bug");
  const { deletion, report } = start({ deleteBrowserData: () => Promise.reject(cause) });
  await deletion.open();
  await deletion.deleteEverything();
  expect(deletion.getSnapshot()).toEqual({ phase: "failed" });
  expect(report).toHaveBeenCalledWith(cause);
});

it.each([
  [{ ...EMPTY, history: NONE }, true],
  [{ ...EMPTY, history: undefined }, true],
  [{ ...EMPTY, history: { count: 1, bytes: 0 } }, false],
  [{ ...EMPTY, history: NONE, dataFiles: { count: 1, bytes: 9 } }, false],
  [{ ...EMPTY, history: NONE, entryCount: 1 }, false],
])("calls %o empty: %s", (kept, empty) => {
  expect(isEmpty(kept)).toBe(empty);
});

function start(more: Partial<DeletionDeps> = {}) {
  const steps: string[] = [];
  const { history, rows, refuse } = historyInMemory([historyEntry(1), historyEntry(2), "damaged"]);
  const looked = {
    ...history,
    all: () => {
      steps.push("look into the history");
      return history.all();
    },
  };
  const settings = createSettingsStore({
    read: () => undefined,
    write: () => undefined,
    remove: () => undefined,
    onOtherTab: () => () => undefined,
  });
  let browserData = FULL;
  const report = vi.fn();
  const deps: DeletionDeps = {
    history: createHistoryStore(looked, report),
    settings,
    readBrowserData: () => Promise.resolve(browserData),
    deleteBrowserData: () => {
      steps.push("delete");
      browserData = EMPTY;
      return Promise.resolve();
    },
    wait: () => Promise.resolve(),
    ...more,
  };
  return { deletion: createDeletion(deps, report), settings, rows, refuse, steps, report };
}
