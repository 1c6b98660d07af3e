import { assertNever } from "../../shared/assert.ts";
import type { Result } from "../../shared/result.ts";
import {
  newestFirst,
  type HistoryEntry,
  type HistoryRows,
  type NewHistoryEntry,
} from "../../storage/historyEntry.ts";
import type { History } from "../../storage/openHistory.ts";
import type { StorageError } from "../../storage/storageError.ts";
import { createStore, type ReadableStore } from "../createStore.ts";

export type HistoryProblem = StorageError | { readonly kind: "unexpected" };

export interface HistoryState {
  /** Undefined until they are read. */
  readonly rows: HistoryRows | undefined;
  /** The entry removed last, as long as it can come back. */
  readonly removed: HistoryEntry | undefined;
  /** Why the last attempt to read or write failed; undefined after one that did not. */
  readonly problem: HistoryProblem | undefined;
}

export type HistoryEvent =
  | { readonly type: "read"; readonly rows: HistoryRows }
  | { readonly type: "added"; readonly entry: HistoryEntry }
  | { readonly type: "removed"; readonly entry: HistoryEntry }
  | { readonly type: "restored"; readonly entry: HistoryEntry }
  | { readonly type: "cleared" }
  | { readonly type: "failed"; readonly problem: HistoryProblem };

/** The kept results, as far as the page has read them. Its promises never reject: a failure is in the state. */
export interface HistoryStore extends ReadableStore<HistoryState> {
  /** Reads them again: another tab may have changed them. */
  readonly refresh: () => Promise<void>;
  readonly add: (entry: NewHistoryEntry) => Promise<void>;
  readonly remove: (entry: HistoryEntry) => Promise<void>;
  /** Brings back the entry removed last. */
  readonly undoRemove: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

export const INITIAL_HISTORY: HistoryState = {
  rows: undefined,
  removed: undefined,
  problem: undefined,
};

/** Pure. */
export function reduceHistory(state: HistoryState, event: HistoryEvent): HistoryState {
  switch (event.type) {
    case "read":
      // That the last result found no room stays true after a look at the others.
      return {
        ...state,
        rows: event.rows,
        problem: state.problem?.kind === "storageFull" ? state.problem : undefined,
      };
    case "added":
      return { ...state, rows: withEntry(state.rows, event.entry), problem: undefined };
    case "removed":
      return {
        rows: withoutEntry(state.rows, event.entry),
        removed: event.entry,
        problem: undefined,
      };
    case "restored":
      return { rows: withEntry(state.rows, event.entry), removed: undefined, problem: undefined };
    case "cleared":
      return { rows: { entries: [], damagedCount: 0 }, removed: undefined, problem: undefined };
    case "failed":
      return { ...state, problem: event.problem };
    default:
      return assertNever(event);
  }
}

/** @param report takes what nobody foresaw */
export function createHistoryStore(
  history: History,
  report: (error: unknown) => void,
): HistoryStore {
  const store = createStore(reduceHistory, INITIAL_HISTORY);

  async function attempt<T>(
    work: () => Promise<Result<T, StorageError>>,
    then: (value: T) => HistoryEvent,
  ): Promise<void> {
    try {
      const outcome = await work();
      store.send(outcome.ok ? then(outcome.value) : { type: "failed", problem: outcome.error });
    } catch (error) {
      report(error);
      store.send({ type: "failed", problem: { kind: "unexpected" } });
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    getInitialSnapshot: store.getInitialSnapshot,
    subscribe: store.subscribe,
    refresh: () => attempt(history.all, (rows) => ({ type: "read", rows })),
    add: (entry) =>
      attempt(
        () => history.add(entry),
        (added) => ({ type: "added", entry: added }),
      ),
    remove: (entry) =>
      attempt(
        () => history.remove(entry.id),
        () => ({ type: "removed", entry }),
      ),
    async undoRemove() {
      const { removed } = store.getSnapshot();
      if (removed === undefined) return;
      await attempt(
        () => history.restore(removed),
        () => ({ type: "restored", entry: removed }),
      );
    },
    clear: () => attempt(history.clear, () => ({ type: "cleared" })),
  };
}

function withEntry(rows: HistoryRows | undefined, entry: HistoryEntry): HistoryRows | undefined {
  // Unread, the entry is among those that will be read.
  if (rows === undefined) return undefined;
  const others = rows.entries.filter(({ id }) => id !== entry.id);
  return { ...rows, entries: [entry, ...others].toSorted(newestFirst) };
}

function withoutEntry(
  rows: HistoryRows | undefined,
  { id }: HistoryEntry,
): HistoryRows | undefined {
  return rows && { ...rows, entries: rows.entries.filter((entry) => entry.id !== id) };
}
