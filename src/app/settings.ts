import * as v from "valibot";

import { PEOPLE_FILTERS, type PeopleFilter } from "../gallery/peopleFilter.ts";
import type { Facing } from "../camera/openCamera.ts";
import type { SettingsStorage } from "../storage/settingsStorage.ts";
import { createStore, type ReadableStore } from "./createStore.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What the person has chosen, remembered on this device. The language is remembered by i18n. */
export interface Settings {
  readonly theme: Theme;
  /** Whom a face is compared with. */
  readonly filter: PeopleFilter;
  /** Whether the camera shoots by itself once the face is held still. */
  readonly autoShot: boolean;
  /** The camera used last; `deviceId` is absent until one was picked among several. */
  readonly camera: { readonly facing: Facing; readonly deviceId?: string };
  readonly keepHistory: boolean;
  /** Whether the history keeps the person's face with each result. Means nothing without `keepHistory`. */
  readonly keepPhotos: boolean;
  /** Whether shared pictures show the person's own face. */
  readonly shareWithMe: boolean;
}

export interface SettingsStore extends ReadableStore<Settings> {
  readonly change: (patch: Partial<Settings>) => void;
  /** Back to the defaults, and nothing of them remembered. */
  readonly forget: () => void;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  filter: "everyone",
  autoShot: true,
  camera: { facing: "front" },
  keepHistory: false,
  keepPhotos: false,
  shareWithMe: true,
};

/** Raised when a field changes its meaning under the same name, never for a new field. */
const VERSION = 1;

const SETTINGS = v.fallback(
  v.object({
    theme: v.fallback(v.picklist(THEMES), DEFAULT_SETTINGS.theme),
    filter: v.fallback(v.picklist(PEOPLE_FILTERS), DEFAULT_SETTINGS.filter),
    autoShot: v.fallback(v.boolean(), DEFAULT_SETTINGS.autoShot),
    camera: v.fallback(
      v.object({
        facing: v.picklist(["front", "back"]),
        deviceId: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
      }),
      DEFAULT_SETTINGS.camera,
    ),
    keepHistory: v.fallback(v.boolean(), DEFAULT_SETTINGS.keepHistory),
    keepPhotos: v.fallback(v.boolean(), DEFAULT_SETTINGS.keepPhotos),
    shareWithMe: v.fallback(v.boolean(), DEFAULT_SETTINGS.shareWithMe),
  }),
  DEFAULT_SETTINGS,
);

/**
 * Reads remembered settings field by field: what is missing or damaged is the
 * default, what is unknown is dropped. Never throws.
 *
 * @param text JSON, as `encodeSettings` wrote it once
 */
export function decodeSettings(text: string | undefined): Settings {
  if (text === undefined) return DEFAULT_SETTINGS;
  try {
    return v.parse(SETTINGS, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return DEFAULT_SETTINGS;
    throw error;
  }
}

export function encodeSettings(settings: Settings): string {
  return JSON.stringify({ version: VERSION, ...settings });
}

/** The settings of this page, and of every other tab of it. */
export function createSettingsStore(storage: SettingsStorage): SettingsStore {
  const store = createStore<Settings, Settings>((_, next) => next, decodeSettings(storage.read()));
  storage.onOtherTab(() => {
    store.send(decodeSettings(storage.read()));
  });
  return {
    getSnapshot: store.getSnapshot,
    getInitialSnapshot: store.getInitialSnapshot,
    subscribe: store.subscribe,
    change(patch) {
      const next = { ...store.getSnapshot(), ...patch };
      storage.write(encodeSettings(next));
      store.send(next);
    },
    forget() {
      storage.remove();
      store.send(DEFAULT_SETTINGS);
    },
  };
}
