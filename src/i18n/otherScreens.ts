import type { i18n } from "i18next";

import type { Language } from "./language.ts";

/** i18next's namespace of the texts that are not in the page's first script. */
export const OTHER_SCREENS = "otherScreens";

const MODULES = {
  en: () => import("./en/otherScreens.ts"),
  ru: () => import("./ru/otherScreens.ts"),
} as const;

const loading = new WeakMap<i18n, Map<Language, Promise<void>>>();

/**
 * Fetches the texts beyond the first screen's, once: the same promise for everybody
 * who asks. One that failed is forgotten, so that asking again tries again.
 */
export function loadOtherScreens(instance: i18n, language: Language): Promise<void> {
  const ofInstance = loading.get(instance) ?? new Map<Language, Promise<void>>();
  loading.set(instance, ofInstance);
  const running = ofInstance.get(language) ?? load();
  ofInstance.set(language, running);
  return running;

  async function load(): Promise<void> {
    try {
      const { otherScreens } = await MODULES[language]();
      instance.addResourceBundle(language, OTHER_SCREENS, otherScreens);
    } catch (error) {
      ofInstance.delete(language);
      throw error;
    }
  }
}

let wanted: Language | undefined;

/**
 * Changes the language once its texts are there, so that no screen is without them
 * in between. Where they cannot be had it is changed too: the first screen has its own.
 */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  wanted = language;
  await loadOtherScreens(instance, language).catch(() => undefined);
  // Another language may have been chosen meanwhile.
  if (wanted === language) await instance.changeLanguage(language);
}
