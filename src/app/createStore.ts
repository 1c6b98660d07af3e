/** What a screen needs of a store. */
export interface ReadableStore<State> {
  readonly getSnapshot: () => State;
  /** The state that the store was made with, whatever has happened since: what the build has drawn, and React makes alive, is that. */
  readonly getInitialSnapshot: () => State;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** A reducer that outlives the component tree: workers report to it, React reads it. */
export interface Store<State, Event> extends ReadableStore<State> {
  readonly send: (event: Event) => void;
}

export function createStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  initial: State,
): Store<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => state,
    getInitialSnapshot: () => initial,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    send: (event) => {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      listeners.forEach((onChange) => {
        onChange();
      });
    },
  };
}
