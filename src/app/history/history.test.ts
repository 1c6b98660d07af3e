import { describe, expect, it, vi } from "vitest";

import { historyEntry } from "../../storage/historyFixtures.ts";
import { createHistoryStore } from "./history.ts";
import { historyInMemory } from "./historyTesting.ts";

describe("the history", () => {
  it("is unread until it is asked for, then newest first", async () => {
    const { store, ids } = open([historyEntry(1), historyEntry(2)]);
    expect(store.getSnapshot().rows).toBeUndefined();
    await store.refresh();
    expect(ids()).toEqual([2, 1]);
  });

  it("takes a new result in", async () => {
    const { store, ids, rows } = open([historyEntry(1)]);
    await store.refresh();
    await store.add(historyEntry(9));
    expect(ids()).toEqual([2, 1]);
    expect(rows.size).toBe(2);
  });

  it("has a result that came before it was read only once", async () => {
    const { store, ids } = open([]);
    await store.add(historyEntry(9));
    expect(store.getSnapshot().rows).toBeUndefined();
    await store.refresh();
    expect(ids()).toEqual([1]);
  });

  it("brings back the entry removed last, in its place", async () => {
    const { store, ids, rows } = open([historyEntry(1), historyEntry(2), historyEntry(3)]);
    await store.refresh();
    const middle = store.getSnapshot().rows!.entries[1]!;
    await store.remove(middle);
    expect(ids()).toEqual([3, 1]);
    expect(rows.has(2)).toBe(false);
    await store.undoRemove();
    expect(ids()).toEqual([3, 2, 1]);
    expect(rows.has(2)).toBe(true);
    await store.undoRemove();
    expect(ids()).toEqual([3, 2, 1]);
  });

  it("clears what is damaged too", async () => {
    const { store, rows } = open([historyEntry(1), "damaged"]);
    await store.refresh();
    expect(store.getSnapshot().rows).toMatchObject({ damagedCount: 1 });
    await store.clear();
    expect(store.getSnapshot().rows).toEqual({ entries: [], damagedCount: 0 });
    expect(rows.size).toBe(0);
  });
});

describe("a history that the browser refuses", () => {
  it("says so, and works again when it may", async () => {
    const { store, refuse, ids } = open([historyEntry(1)]);
    refuse({ kind: "storageBlocked" });
    await store.refresh();
    expect(store.getSnapshot()).toMatchObject({ problem: { kind: "storageBlocked" } });
    refuse(undefined);
    await store.refresh();
    expect(store.getSnapshot().problem).toBeUndefined();
    expect(ids()).toEqual([1]);
  });

  it("still says that there was no room after a look at the others", async () => {
    const { store, refuse } = open([historyEntry(1)]);
    refuse({ kind: "storageFull" });
    await store.add(historyEntry(2));
    refuse(undefined);
    await store.refresh();
    expect(store.getSnapshot().problem).toEqual({ kind: "storageFull" });
    await store.remove(historyEntry(1));
    expect(store.getSnapshot().problem).toBeUndefined();
  });

  it("keeps an entry on the screen that could not be removed", async () => {
    const { store, refuse, ids } = open([historyEntry(1)]);
    await store.refresh();
    refuse({ kind: "storageBlocked" });
    await store.remove(historyEntry(1));
    expect(ids()).toEqual([1]);
  });

  it("reports what nobody foresaw and never rejects", async () => {
    const cause = new Error("a bug");
    const report = vi.fn();
    const { history } = historyInMemory();
    const store = createHistoryStore({ ...history, all: () => Promise.reject(cause) }, report);
    await store.refresh();
    expect(report).toHaveBeenCalledWith(cause);
    expect(store.getSnapshot().problem).toEqual({ kind: "unexpected" });
  });
});

function open(first: readonly unknown[]) {
  const { history, ...more } = historyInMemory(first);
  const store = createHistoryStore(history, vi.fn());
  return { ...more, store, ids: () => store.getSnapshot().rows?.entries.map(({ id }) => id) };
}
