import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import styles from "./HowPage.module.css";
import { Limits } from "./Limits.tsx";
import { StepDrawing, STEPS } from "./StepDrawing.tsx";

/** The five steps from a photo to an answer, what the numbers mean, and what it cannot do. */
export function HowPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("how.title")}
        </h1>
        <p className={styles.lead}>{t("how.lead")}</p>
      </header>
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step} className={styles.step}>
            <StepDrawing step={step} />
            <h2 className={styles.subtitle}>{t(`how.steps.${step}.title`)}</h2>
            <p>{t(`how.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <section className={styles.part}>
        <h2 className={styles.subtitle}>{t("how.numbers")}</h2>
        <dl className={styles.numbers}>
          <div>
            <dt>{t("how.likeness.title")}</dt>
            <dd>{t("how.likeness.text")}</dd>
          </div>
          <div>
            <dt>{t("how.share.title")}</dt>
            <dd>{t("how.share.text")}</dd>
          </div>
        </dl>
      </section>
      <Limits />
      <section className={styles.part}>
        <h2 className={styles.subtitle}>{t("how.whom")}</h2>
        <div className={styles.reading}>
          <p>{t("how.whomText")}</p>
          <p className={styles.ways}>
            <a href="#/">{t("how.start")}</a>
            <a href="#/people">{t("how.people")}</a>
            <a href="#/licences">{t("app.licences")}</a>
          </p>
        </div>
      </section>
    </div>
  );
}
