import type { ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import { LANGUAGE_LABELS, LANGUAGES, rememberLanguage } from "../../i18n/language.ts";
import styles from "./Header.module.css";

interface Props {
  readonly onHome: () => void;
}

export function Header({ onHome }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <button type="button" className={styles.wordmark} aria-label={t("app.home")} onClick={onHome}>
        <span>
          <Trans
            i18nKey="app.wordmark"
            components={{ accent: <span className={styles.accent} /> }}
          />
        </span>
      </button>
      <LanguageSwitch />
    </header>
  );
}

function LanguageSwitch(): ReactElement {
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
            rememberLanguage(language);
            void i18n.changeLanguage(language);
          }}
        >
          {LANGUAGE_LABELS[language].short}
        </button>
      ))}
    </div>
  );
}
