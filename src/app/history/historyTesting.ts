/** A history in memory, for the tests of this folder and of the components. */
import { fail, ok } from "../../shared/result.ts";
import { decodeHistoryRows } from "../../storage/historyEntry.ts";
import type { History } from "../../storage/openHistory.ts";
import type { StorageError } from "../../storage/storageError.ts";

/** The real history's contract, without a database. `refuse` makes every later call fail. */
export function historyInMemory(first: readonly unknown[] = []) {
  const rows = new Map<unknown, unknown>(first.map((row, i) => [idOf(row) ?? `damaged ${i}`, row]));
  let refusal: StorageError | undefined;
  const unlessRefused = <T>(work: () => T) => Promise.resolve(refusal ? fail(refusal) : ok(work()));
  const history: History = {
    add: (entry) =>
      unlessRefused(() => {
        const added = { ...entry, id: rows.size + 1 };
        rows.set(added.id, added);
        return added;
      }),
    all: () => unlessRefused(() => decodeHistoryRows([...rows.values()])),
    restore: (entry) =>
      unlessRefused(() => {
        rows.set(entry.id, entry);
      }),
    remove: (id) =>
      unlessRefused(() => {
        rows.delete(id);
      }),
    clear: () =>
      unlessRefused(() => {
        rows.clear();
      }),
  };
  return {
    history,
    rows,
    refuse: (error: StorageError | undefined) => {
      refusal = error;
    },
  };
}

function idOf(row: unknown): unknown {
  return typeof row === "object" && row !== null && "id" in row ? row.id : undefined;
}
