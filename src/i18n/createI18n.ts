import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { ru } from "./ru.ts";

/** Both languages are part of the bundle, so the first render already has its texts. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: { translation: en }, ru: { translation: ru } },
    initAsync: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
  return instance;
}
