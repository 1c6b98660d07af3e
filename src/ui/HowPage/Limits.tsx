import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { formatSimilarity, formatShare } from "../../i18n/formatNumbers.ts";
import styles from "./HowPage.module.css";
import { MEASURED } from "./measured.ts";

/** What it cannot do, with what was measured of it. */
export function Limits(): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <section className={styles.part}>
      <h2 className={styles.subtitle}>{t("how.limits")}</h2>
      <ul className={styles.limits}>
        <li>{t("how.limit.stranger")}</li>
        <li>{t("how.limit.expression")}</li>
        <li>
          {t("how.limit.dark", {
            unseen: formatShare(MEASURED.darkNotFound, i18n.language),
            missed: formatShare(MEASURED.blurredMissed, i18n.language),
          })}
        </li>
        <li>
          {t("how.limit.groups", {
            women: formatSimilarity(MEASURED.women, i18n.language),
            men: formatSimilarity(MEASURED.men, i18n.language),
          })}
        </li>
      </ul>
    </section>
  );
}
