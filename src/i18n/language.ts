export const LANGUAGES = ["en", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language calls itself in the switch. */
export const LANGUAGE_LABELS: Readonly<
  Record<Language, { readonly short: string; readonly full: string }>
> = {
  en: { short: "EN", full: "English" },
  ru: { short: "РУ", full: "Русский" },
};

/**
 * The language to begin in: the one chosen by hand, else the first of the
 * browser's that we have, else English.
 *
 * @param chosen what `rememberLanguage` kept, if anything
 * @param preferred `navigator.languages`: tags such as "ru-RU", best first
 */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const codes = [chosen ?? "", ...preferred].map((tag) => tag.toLowerCase().split("-")[0]);
  for (const code of codes) {
    const known = LANGUAGES.find((language) => language === code);
    if (known !== undefined) return known;
  }
  return "en";
}

const STORAGE_KEY = "starlike.language";

/** Null where nothing was chosen, or storage is blocked. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** For the next visit, where storage is allowed. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Blocked storage throws; the choice then holds until the page closes.
  }
}
