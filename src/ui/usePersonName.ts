import { useTranslation } from "react-i18next";

import type { NamedPerson } from "../gallery/gallery.ts";

/** A person's name in the language of the page, where the gallery has it. */
export function usePersonName(): (person: NamedPerson) => string {
  const { i18n } = useTranslation();
  return ({ name, names }) => (i18n.language === "ru" ? (names.ru ?? name) : name);
}
