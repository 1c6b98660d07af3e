import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { LANGUAGE_LABELS, LANGUAGES } from "../../i18n/language.ts";
import { switchLanguage } from "../../i18n/otherScreens.ts";
import styles from "./LanguageSwitch.module.css";

export function LanguageSwitch(): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.languages} role="group" aria-label={t("app.language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles.language}
          aria-label={LANGUAGE_LABELS[language].full}
          aria-pressed={i18n.language === language}
          onClick={() => {
            void switchLanguage(i18n, language);
          }}
        >
          {LANGUAGE_LABELS[language].short}
        </button>
      ))}
    </div>
  );
}
