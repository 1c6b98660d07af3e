import type { i18n, ResourceStore } from "i18next";

import { rememberLanguage, type Language } from "./language.ts";

/** i18next's namespace of the texts that are not in the page's first script. */
export const OTHER_SCREENS = "otherScreens";

const MODULES = {
  en: () => import("./en/otherScreens.ts"),
  ru: () => import("./ru/otherScreens.ts"),
} as const;

interface Loading {
  readonly texts: Promise<void>;
  failed: boolean;
}

/** By where the texts go: of the instance itself react-i18next gives out a new wrapper to each component that is tried. */
const loadings = new WeakMap<ResourceStore, Map<Language, Loading>>();

/**
 * Fetches the texts beyond the first screen's, once: the same promise for everybody
 * who asks. One that failed stays so until `forgetFailedTexts`: a component that
 * waits for it would otherwise ask for ever instead of failing.
 */
export function loadOtherScreens(instance: i18n, language: Language): Promise<void> {
  const ofInstance = loadings.get(instance.store) ?? new Map<Language, Loading>();
  loadings.set(instance.store, ofInstance);
  const loading = ofInstance.get(language) ?? startLoading(instance, language);
  ofInstance.set(language, loading);
  return loading.texts;
}

/** So that whoever asks next tries again. */
export function forgetFailedTexts(instance: i18n): void {
  const ofInstance = loadings.get(instance.store);
  for (const [language, { failed }] of ofInstance ?? []) if (failed) ofInstance?.delete(language);
}

function startLoading(instance: i18n, language: Language): Loading {
  const loading = { texts: load(), failed: false };
  loading.texts.catch(() => {
    loading.failed = true;
  });
  return loading;

  async function load(): Promise<void> {
    const { otherScreens } = await MODULES[language]();
    instance.addResourceBundle(language, OTHER_SCREENS, otherScreens);
  }
}

let wanted: Language | undefined;

/**
 * Changes the language once its texts are there, so that no screen is without them
 * in between, and remembers the choice. Where they cannot be had it is changed too:
 * the first screen has its own.
 */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  wanted = language;
  rememberLanguage(language);
  forgetFailedTexts(instance);
  await loadOtherScreens(instance, language).catch(() => undefined);
  // Another language may have been chosen meanwhile.
  if (wanted === language) await instance.changeLanguage(language);
}
