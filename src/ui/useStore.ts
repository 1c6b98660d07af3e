import { useSyncExternalStore } from "react";

import type { Store } from "../app/createStore.ts";

export function useStore<State, Event>(store: Store<State, Event>): State {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
