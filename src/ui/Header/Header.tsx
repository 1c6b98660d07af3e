import { memo, type ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import type { Page } from "../App/routes.ts";
import styles from "./Header.module.css";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Navigation } from "./Navigation.tsx";

interface Props {
  readonly page: Page["page"];
  readonly onHome: () => void;
}

/** Drawn anew only when it changes, and not with each step of a download. */
export const Header = memo(function Header({ page, onHome }: Props): ReactElement {
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
      <Navigation page={page} />
      <LanguageSwitch />
    </header>
  );
});
