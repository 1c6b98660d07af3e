import type { ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import { similarityParts } from "../../i18n/formatNumbers.ts";
import styles from "./Similarity.module.css";

interface Props {
  /** Share of pairs of strangers that are less alike, in [0, 1]. */
  readonly similarity: number;
}

export function Similarity({ similarity }: Props): ReactElement {
  const { i18n } = useTranslation();
  const { whole, rest } = similarityParts(similarity, i18n.language);
  return (
    <p className={styles.similarity}>
      <span className={styles.numeral}>
        {whole}
        <span className={styles.rest}>{rest}</span>
      </span>{" "}
      <span className={styles.meaning}>
        <Trans i18nKey="result.similarity" components={{ strong: <strong /> }} />
      </span>
    </p>
  );
}
