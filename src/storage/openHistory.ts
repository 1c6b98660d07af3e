import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

import { fail, ok, type Result } from "../shared/result.ts";
import {
  decodeHistoryRows,
  type HistoryEntry,
  type HistoryRows,
  type NewHistoryEntry,
} from "./historyEntry.ts";
import { storageErrorOf, type StorageError } from "./storageError.ts";

/** The results that the person has asked to keep. */
export interface History {
  readonly add: (entry: NewHistoryEntry) => Promise<Result<HistoryEntry, StorageError>>;
  readonly all: () => Promise<Result<HistoryRows, StorageError>>;
  /** Undoes `remove`: the entry comes back under its own id. */
  readonly restore: (entry: HistoryEntry) => Promise<Result<void, StorageError>>;
  readonly remove: (id: number) => Promise<Result<void, StorageError>>;
  /** Damaged rows too. */
  readonly clear: () => Promise<Result<void, StorageError>>;
}

export const DATABASE = "starlike";
const VERSION = 1;
const STORE = "history";

interface Schema extends DBSchema {
  [STORE]: { key: number; value: unknown };
}
type Database = IDBPDatabase<Schema>;

/** The history in IndexedDB, opened when it is first needed. */
export function openHistory(): History {
  let opening: Promise<Database> | undefined;
  const forget = () => {
    opening = undefined;
  };

  const connection = () =>
    (opening ??= connect(forget).catch((error: unknown) => {
      // One that was refused is asked for again the next time.
      forget();
      throw error;
    }));

  async function using<T>(work: (db: Database) => Promise<T>): Promise<Result<T, StorageError>> {
    if (!("indexedDB" in globalThis)) return fail({ kind: "storageBlocked" });
    try {
      return ok(await work(await connection()));
    } catch (error) {
      return fail(storageErrorOf(error));
    }
  }

  return {
    add: (entry) =>
      using(async (db) => ({ ...entry, id: (await db.add(STORE, entry)) satisfies number })),
    all: () => using(async (db) => decodeHistoryRows(await db.getAll(STORE))),
    restore: (entry) =>
      using(async (db) => {
        await db.put(STORE, entry);
      }),
    remove: (id) => using((db) => db.delete(STORE, id)),
    clear: () => using((db) => db.clear(STORE)),
  };
}

/**
 * Deletes the database with everything in it. Another tab that will not let
 * go of it is not waited for.
 */
export async function deleteHistoryDatabase(): Promise<Result<void, StorageError>> {
  if (!("indexedDB" in globalThis)) return fail({ kind: "storageBlocked" });
  try {
    await new Promise<void>((resolve, reject) => {
      deleteDB(DATABASE, {
        blocked: () => {
          resolve();
        },
      }).then(resolve, reject);
    });
    return ok(undefined);
  } catch (error) {
    return fail(storageErrorOf(error));
  }
}

function connect(onClosed: () => void): Promise<Database> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) db.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
    },
    // Another tab wants to delete or upgrade it: this one opens it again when it needs it.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
