import { useEffect, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import {
  LICENCES_FILE,
  loadLicences,
  type LicencedPart,
  type LicencesUnavailable,
} from "../../app/licences.ts";
import type { Result } from "../../shared/result.ts";
import styles from "./LicencesPage.module.css";

type Loaded = Result<readonly LicencedPart[], LicencesUnavailable>;

interface Props {
  readonly load?: () => Promise<Loaded>;
}

/** Everything of others' that the app is made of: under which licence, where its source is. */
export function LicencesPage({ load = loadShipped }: Props): ReactElement {
  const { t } = useTranslation();
  const loaded = useLoaded(load);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("app.licences")}
        </h1>
        <p className={styles.lead}>{t("licences.lead")}</p>
      </header>
      <div className={styles.notes}>
        <p>{t("licences.replace")}</p>
        <p>{t("licences.unchanged")}</p>
      </div>
      {loaded?.ok === false && <p role="alert">{t("licences.unavailable")}</p>}
      {loaded?.ok && (
        <ul className={styles.parts} aria-label={t("licences.list")}>
          {loaded.value.map((part) => (
            <Part key={part.name} {...part} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Part({ name, version, licence, source, text }: LicencedPart): ReactElement {
  return (
    <li className={styles.part} lang="en">
      <span>
        <a className={styles.link} href={source} target="_blank" rel="noreferrer">
          {name}
        </a>{" "}
        {version}
      </span>
      {text === undefined ? (
        <span className={styles.licence}>{licence}</span>
      ) : (
        <details>
          <summary className={styles.summary}>{licence}</summary>
          <pre className={styles.text}>{text}</pre>
        </details>
      )}
    </li>
  );
}

/** Absent until it is loaded. */
function useLoaded(load: () => Promise<Loaded>): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let gone = false;
    void load().then((result) => {
      if (!gone) setLoaded(result);
    });
    return () => {
      gone = true;
    };
  }, [load]);
  return loaded;
}

function loadShipped(): Promise<Loaded> {
  return loadLicences(new URL(LICENCES_FILE, document.baseURI).href);
}
