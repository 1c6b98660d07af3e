import { assertNever } from "../shared/assert.ts";
import type { Amount, BrowserData } from "../storage/browserData.ts";
import { createStore, type ReadableStore } from "./createStore.ts";
import type { HistoryStore } from "./history/history.ts";
import type { SettingsStore } from "./settings.ts";

/** Everything that this app has on the device. */
export interface KeptData extends BrowserData {
  /** The bytes are the pictures'. Undefined where the browser does not let the app look. */
  readonly history: Amount | undefined;
}

export type DeletionState =
  | { readonly phase: "counting" }
  | { readonly phase: "counted"; readonly kept: KeptData }
  | { readonly phase: "deleting"; readonly before: KeptData }
  | { readonly phase: "deleted"; readonly before: KeptData; readonly after: KeptData }
  /** Nobody foresaw why; it was reported. */
  | { readonly phase: "failed" };

type DeletionEvent =
  | { readonly type: "opened" }
  | { readonly type: "counted"; readonly kept: KeptData }
  | { readonly type: "started" }
  | { readonly type: "finished"; readonly after: KeptData }
  | { readonly type: "recounted"; readonly browserData: BrowserData }
  | { readonly type: "failed" };

/** Shows what is kept, deletes it all, and shows what is kept then. Its promises never reject. */
export interface Deletion extends ReadableStore<DeletionState> {
  /** Begins anew: somebody opened the page that shows it. */
  readonly open: () => Promise<void>;
  /** Counts again where the count is on show: a setting was changed. */
  readonly recount: () => Promise<void>;
  /** Empties every store, cache and setting. */
  readonly deleteEverything: () => Promise<void>;
}

export interface DeletionDeps {
  readonly history: HistoryStore;
  readonly settings: SettingsStore;
  readonly readBrowserData: () => Promise<BrowserData>;
  readonly deleteBrowserData: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

/** Shown as 0.0 MB. */
const NEGLIGIBLE_BYTES = 50_000;
/** Chromium 156 was seen to need 10 to 15 s until its count of the space came down. */
const WATCHING = { everyMs: 2000, times: 30 };

/** @param report takes what nobody foresaw */
export function createDeletion(deps: DeletionDeps, report: (error: unknown) => void): Deletion {
  const { history, settings, readBrowserData, deleteBrowserData, wait } = deps;
  const store = createStore<DeletionState, DeletionEvent>(reduceDeletion, { phase: "counting" });

  async function count(): Promise<void> {
    const results = await amountOf(history);
    const browserData = await readBrowserData();
    store.send({ type: "counted", kept: { ...browserData, history: results } });
  }

  async function deleteAll(): Promise<void> {
    store.send({ type: "started" });
    if (store.getSnapshot().phase !== "deleting") return;
    await history.clear();
    // Before the database is deleted: a look into it would create it again.
    const results = await amountOf(history);
    settings.forget();
    await deleteBrowserData();
    store.send({ type: "finished", after: { ...(await readBrowserData()), history: results } });
    void guarded(watchUsage);
  }

  /** So that the person sees the space come free. */
  async function watchUsage(): Promise<void> {
    for (let i = 0; i < WATCHING.times; i++) {
      const state = store.getSnapshot();
      if (state.phase !== "deleted" || !isUsageLagging(state.after)) return;
      await wait(WATCHING.everyMs);
      store.send({ type: "recounted", browserData: await readBrowserData() });
    }
  }

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      report(error);
      store.send({ type: "failed" });
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    getInitialSnapshot: store.getInitialSnapshot,
    subscribe: store.subscribe,
    open() {
      store.send({ type: "opened" });
      return guarded(count);
    },
    async recount() {
      if (store.getSnapshot().phase === "counted") await guarded(count);
    },
    deleteEverything: () => guarded(deleteAll),
  };
}

/** Pure. A count that comes late changes nothing. */
export function reduceDeletion(state: DeletionState, event: DeletionEvent): DeletionState {
  switch (event.type) {
    case "opened":
      return state.phase === "deleting" ? state : { phase: "counting" };
    case "counted":
      return state.phase === "counting" || state.phase === "counted"
        ? { phase: "counted", kept: event.kept }
        : state;
    case "started":
      return state.phase === "counted" ? { phase: "deleting", before: state.kept } : state;
    case "finished":
      return state.phase === "deleting"
        ? { phase: "deleted", before: state.before, after: event.after }
        : state;
    case "recounted":
      return state.phase === "deleted"
        ? { ...state, after: { ...state.after, ...event.browserData } }
        : state;
    case "failed":
      return { phase: "failed" };
    default:
      return assertNever(event);
  }
}

/** Whether nothing is left. The browser's own count of bytes is not asked: it lags behind. */
export function isEmpty({ history, entryCount, appFiles, dataFiles }: KeptData): boolean {
  const counts = [history?.count ?? 0, entryCount, appFiles.count, dataFiles.count];
  return counts.every((count) => count === 0);
}

/** Whether the browser still counts space that should be free. */
export function isUsageLagging({ usageBytes }: KeptData): boolean {
  return usageBytes !== undefined && usageBytes > NEGLIGIBLE_BYTES;
}

async function amountOf(history: HistoryStore): Promise<Amount | undefined> {
  await history.refresh();
  const { rows, problem } = history.getSnapshot();
  if (rows === undefined || problem?.kind === "storageBlocked") return undefined;
  const { entries, damagedCount } = rows;
  const bytes = entries.reduce((sum, { picture }) => sum + (picture?.blob.size ?? 0), 0);
  return { count: entries.length + damagedCount, bytes };
}
