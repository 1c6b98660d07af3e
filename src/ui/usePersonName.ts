import { useTranslation } from "react-i18next";

import type { Person } from "../gallery/gallery.ts";

/** Somebody of the gallery, or of a result that was kept. */
export type NamedPerson = Pick<Person, "name" | "names">;

/** A person's name in the language of the page, where the gallery has it. */
export function usePersonName(): (person: NamedPerson) => string {
  const { i18n } = useTranslation();
  return ({ name, names }) => (i18n.language === "ru" ? (names.ru ?? name) : name);
}
