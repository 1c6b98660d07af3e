import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { KeptData } from "../../app/deleteEverything.ts";
import { formatCount, formatMegabytes } from "../../i18n/formatNumbers.ts";
import styles from "./KeptSection.module.css";

interface Props {
  /** Present once something was deleted. */
  readonly before?: KeptData;
  /** Absent while it is counted. */
  readonly now?: KeptData;
}

const ROWS = [
  { field: "historyCount", label: "results" },
  { field: "entryCount", label: "choices" },
  { field: "offlineFileCount", label: "offlineFiles" },
  { field: "usageBytes", label: "usage" },
] as const;

/** What is kept, counted; after a deletion beside what was kept before. */
export function KeptTable({ before, now }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t("settings.keptCaption")}</caption>
      <thead className={before ? undefined : styles.caption}>
        <tr>
          <th scope="col">{t("settings.what")}</th>
          {before && <th scope="col">{t("settings.before")}</th>}
          <th scope="col">{t("settings.now")}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ field, label }) => (
          <tr key={field}>
            <th scope="row">{t(`settings.${label}`)}</th>
            {before && <Amount kept={before} field={field} />}
            <Amount kept={now} field={field} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AmountProps {
  readonly kept: KeptData | undefined;
  readonly field: (typeof ROWS)[number]["field"];
}

function Amount({ kept, field }: AmountProps): ReactElement {
  const { t, i18n } = useTranslation();
  if (kept === undefined) return <td>…</td>;
  const amount = kept[field];
  if (amount === undefined) return <td>{t("settings.unknown")}</td>;
  if (field !== "usageBytes") return <td>{formatCount(amount, i18n.language)}</td>;
  return <td>{t("preparing.megabytes", { value: formatMegabytes(amount, i18n.language) })}</td>;
}
