import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Source } from "../../gallery/gallery.ts";
import styles from "./SourcesText.module.css";

interface Props {
  readonly source: Source;
  /** How many people it gave; absent where one person's sources are listed. */
  readonly count?: number;
}

/** Where photos came from, and what is known of their licence. */
export function SourceItem({ source, count }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const translated = i18n.language === "ru" ? source.ru : undefined;
  const language = translated ? "ru" : "en";
  return (
    <li className={styles.source}>
      <h3 className={styles.heading} lang="en">
        {source.url === "" ? (
          source.name
        ) : (
          // In a tab of its own: the answer on the screen behind would be lost.
          <a className={styles.link} href={source.url} target="_blank" rel="noreferrer">
            {source.name}
          </a>
        )}
      </h3>
      <p>
        {count !== undefined && `${t("sources.people", { count })} `}
        {t("sources.licence")} <span lang={language}>{translated?.licence ?? source.licence}</span>.
      </p>
      <p lang={language}>{translated?.note ?? source.note}</p>
    </li>
  );
}
