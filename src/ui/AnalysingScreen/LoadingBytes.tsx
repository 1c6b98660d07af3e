import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { formatMegabytes } from "../../i18n/formatNumbers.ts";
import { ProgressBar } from "../ProgressBar/ProgressBar.tsx";

interface Props {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** The bar says it to a screen reader when asked; the changing numbers are for the eye. */
export function LoadingBytes({ loadedBytes, totalBytes }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <>
      <ProgressBar label={t("preparing.progress")} value={loadedBytes} max={totalBytes} />
      <p aria-hidden>
        {t("preparing.bytes", {
          loaded: formatMegabytes(loadedBytes, i18n.language),
          total: t("preparing.megabytes", { value: formatMegabytes(totalBytes, i18n.language) }),
        })}
      </p>
    </>
  );
}
