import { unlessBlocked } from "./unlessBlocked.ts";

/** One text in the page's local storage, as the settings need it. */
export interface SettingsStorage {
  /** Undefined where nothing is kept, or storage is blocked. */
  readonly read: () => string | undefined;
  /** Where storage is blocked or full, the text holds only as long as its owner keeps it. */
  readonly write: (text: string) => void;
  readonly remove: () => void;
  /** Reports what another tab changed; never this page's own changes. Returns the way to stop. */
  readonly onOtherTab: (listener: () => void) => () => void;
}

export const SETTINGS_KEY = "starlike.settings";

/** Local storage and not IndexedDB: the settings are read before the first paint, so at once. */
export function browserSettingsStorage(): SettingsStorage {
  return {
    read: () => unlessBlocked(() => localStorage.getItem(SETTINGS_KEY)) ?? undefined,
    write(text) {
      unlessBlocked(() => {
        localStorage.setItem(SETTINGS_KEY, text);
      });
    },
    remove() {
      unlessBlocked(() => {
        localStorage.removeItem(SETTINGS_KEY);
      });
    },
    onOtherTab(listener) {
      const onStorage = ({ key }: StorageEvent) => {
        // Null: everything was cleared.
        if (key === SETTINGS_KEY || key === null) listener();
      };
      window.addEventListener("storage", onStorage);
      return () => {
        window.removeEventListener("storage", onStorage);
      };
    },
  };
}
