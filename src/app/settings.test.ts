import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";

import type { SettingsStorage } from "../storage/settingsStorage.ts";
import {
  createSettingsStore,
  decodeSettings,
  DEFAULT_SETTINGS,
  encodeSettings,
  type Settings,
} from "./settings.ts";

const CHOSEN: Settings = {
  theme: "light",
  filter: "music",
  autoShot: false,
  camera: { facing: "back", deviceId: "abc" },
  keepHistory: true,
  keepPhotos: true,
  shareWithMe: false,
};

describe("decodeSettings", () => {
  it("reads back what was written", () => {
    expect(decodeSettings(encodeSettings(CHOSEN))).toEqual(CHOSEN);
  });

  it("reads what version 1 wrote", () => {
    const text =
      '{"version":1,"theme":"dark","filter":"women","autoShot":false,"camera":{"facing":"front"},"keepHistory":true,"keepPhotos":false,"shareWithMe":true}';
    expect(decodeSettings(text)).toEqual({
      ...DEFAULT_SETTINGS,
      theme: "dark",
      filter: "women",
      autoShot: false,
      keepHistory: true,
    });
  });

  it.each([
    ["nothing", undefined],
    ["no JSON", "{theme:"],
    ["null", "null"],
    ["a list", "[1]"],
    ["an older, emptier object", "{}"],
  ])("gives the defaults for %s", (_, text) => {
    expect(decodeSettings(text)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ["theme", "sepia"],
    ["filter", "aliens"],
    ["autoShot", "yes"],
    ["camera", { facing: "sideways" }],
    ["camera", { facing: "back", deviceId: "" }],
    ["keepHistory", null],
    ["keepPhotos", 1],
    ["shareWithMe", []],
  ] as const)("replaces a damaged %s alone", (field, damaged) => {
    const text = JSON.stringify({ ...CHOSEN, [field]: damaged });
    expect(decodeSettings(text)).toEqual({ ...CHOSEN, [field]: DEFAULT_SETTINGS[field] });
  });

  it("drops what it does not know", () => {
    const text = JSON.stringify({ ...CHOSEN, version: 7, colour: "mauve" });
    expect(decodeSettings(text)).toEqual(CHOSEN);
  });

  it("never throws and never invents a field", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Object.keys(decodeSettings(text)).sort()).toEqual(Object.keys(CHOSEN).sort());
      }),
      { seed: 20261128 },
    );
  });
});

describe("createSettingsStore", () => {
  it("tells of a change and remembers it", () => {
    const { storage, text } = storageHolding(undefined);
    const store = createSettingsStore(storage);
    const onChange = vi.fn();
    store.subscribe(onChange);
    store.change({ theme: "dark" });
    expect(onChange).toHaveBeenCalledOnce();
    expect(store.getSnapshot()).toEqual({ ...DEFAULT_SETTINGS, theme: "dark" });
    expect(decodeSettings(text())).toEqual(store.getSnapshot());
  });

  it("holds a choice until the page closes where storage is blocked", () => {
    const { storage } = storageHolding(undefined);
    const store = createSettingsStore({ ...storage, write: () => undefined });
    store.change({ autoShot: false });
    store.change({ keepHistory: true });
    expect(store.getSnapshot()).toMatchObject({ autoShot: false, keepHistory: true });
  });

  it("follows another tab, to its choice and to its forgetting", () => {
    const { storage, elsewhere } = storageHolding(encodeSettings(CHOSEN));
    const store = createSettingsStore(storage);
    elsewhere(encodeSettings({ ...CHOSEN, theme: "dark" }));
    expect(store.getSnapshot().theme).toBe("dark");
    elsewhere(undefined);
    expect(store.getSnapshot()).toEqual(DEFAULT_SETTINGS);
  });

  it("forgets everything", () => {
    const { storage, text } = storageHolding(encodeSettings(CHOSEN));
    const store = createSettingsStore(storage);
    store.forget();
    expect(store.getSnapshot()).toEqual(DEFAULT_SETTINGS);
    expect(text()).toBeUndefined();
  });
});

function storageHolding(first: string | undefined) {
  let held = first;
  let tell: () => void = () => undefined;
  const storage: SettingsStorage = {
    read: () => held,
    write: (text) => {
      held = text;
    },
    remove: () => {
      held = undefined;
    },
    onOtherTab: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  return {
    storage,
    text: () => held,
    elsewhere: (text: string | undefined) => {
      held = text;
      tell();
    },
  };
}
