import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import { firstScreen as en } from "./en/firstScreen.ts";
import type { Language } from "./language.ts";
import { OTHER_SCREENS } from "./otherScreens.ts";
import { firstScreen as ru } from "./ru/firstScreen.ts";

/** By language; what is missing in one of them is looked up in the other screens' texts. */
type Messages = Readonly<Record<Language, object>>;

/**
 * The first screen's texts are part of the bundle in both languages, so that the
 * first render already has them; `loadOtherScreens` adds the others.
 *
 * @param messages tests give all of them
 */
export function createI18n(language: Language, messages: Messages = { en, ru }): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    fallbackNS: OTHER_SCREENS,
    resources: { en: { translation: messages.en }, ru: { translation: messages.ru } },
    initAsync: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
  return instance;
}
