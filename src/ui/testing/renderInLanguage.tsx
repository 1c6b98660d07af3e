import { render, type RenderResult } from "@testing-library/react";
import type { ReactElement } from "react";
import { I18nextProvider } from "react-i18next";

import { createI18n } from "../../i18n/createI18n.ts";
import { en } from "../../i18n/en.ts";
import type { Language } from "../../i18n/language.ts";
import { ru } from "../../i18n/ru.ts";

/** Renders a component with the page's own messages. */
export function renderInLanguage(element: ReactElement, language: Language = "en"): RenderResult {
  return render(
    <I18nextProvider i18n={createI18n(language, { en, ru })}>{element}</I18nextProvider>,
  );
}
