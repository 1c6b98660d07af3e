import type { History } from "./openHistory.ts";

/** The history whose code is fetched when it is first needed: most visitors keep none. */
export function historyOnDemand(): History {
  const opened = async () => (opening ??= open());
  let opening: Promise<History> | undefined;

  async function open(): Promise<History> {
    try {
      return (await import("./openHistory.ts")).openHistory();
    } catch (error) {
      // It may be had the next time.
      opening = undefined;
      throw error;
    }
  }

  return {
    add: async (entry) => (await opened()).add(entry),
    all: async () => (await opened()).all(),
    restore: async (entry) => (await opened()).restore(entry),
    remove: async (id) => (await opened()).remove(id),
    clear: async () => (await opened()).clear(),
  };
}
