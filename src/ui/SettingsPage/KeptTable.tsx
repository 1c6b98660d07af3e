import type { TFunction } from "i18next";
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

const ROWS = ["results", "choices", "appFiles", "dataFiles", "usage"] as const;
type Row = (typeof ROWS)[number];

/** Pictures below it would be shown as 0.0 MB. */
const WORTH_SAYING_BYTES = 50_000;

/** What is kept, and how big it is; after a deletion beside what was kept before. */
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
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`settings.${row}`)}</th>
            {before && <Cell kept={before} row={row} />}
            <Cell kept={now} row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ kept, row }: { readonly kept: KeptData | undefined; readonly row: Row }) {
  const { t, i18n } = useTranslation();
  return <td>{kept === undefined ? "…" : amountText(kept, row, t, i18n.language)}</td>;
}

function amountText(kept: KeptData, row: Row, t: TFunction, language: string): string {
  const megabytes = (bytes: number) =>
    t("preparing.megabytes", { value: formatMegabytes(bytes, language) });
  switch (row) {
    case "results": {
      if (kept.history === undefined) return t("settings.unknown");
      const { count, bytes } = kept.history;
      const counted = formatCount(count, language);
      return bytes < WORTH_SAYING_BYTES ? counted : `${counted}, ${megabytes(bytes)}`;
    }
    case "choices":
      return formatCount(kept.entryCount, language);
    case "usage":
      return kept.usageBytes === undefined ? t("settings.unknown") : megabytes(kept.usageBytes);
    default:
      return megabytes(kept[row].bytes);
  }
}
