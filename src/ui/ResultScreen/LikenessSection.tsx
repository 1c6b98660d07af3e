import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Match } from "../../app/answer/matchResult.ts";
import { formatShare, formatSimilarity } from "../../i18n/formatNumbers.ts";
import type { Quantiles } from "../../matching/calibration.ts";
import { shareAtOrBelow } from "../../matching/quantiles.ts";
import { LikenessPlot } from "./LikenessPlot.tsx";
import styles from "./LikenessSection.module.css";

interface Props {
  readonly pair: Pick<Match, "distance" | "similarity">;
  /** Distances between different people. */
  readonly impostor: Quantiles;
  /** Distances between photos of one person. */
  readonly genuine: Quantiles;
}

/** The quantiles are in steps of 1 % there. */
const HARDLY = 0.01;

/** Where a pair of faces lies among pairs of strangers and pairs of photos of one person. */
export function LikenessSection({ pair, impostor, genuine }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const { distance, similarity } = pair;
  const samePersonShare = 1 - shareAtOrBelow(genuine, distance);
  return (
    <figure className={styles.section}>
      <ul className={styles.legend}>
        <li className={styles.strangers}>{t("evidence.strangers")}</li>
        <li className={styles.samePerson}>{t("evidence.samePerson")}</li>
        <li className={styles.you}>{t("evidence.youTwo")}</li>
      </ul>
      <LikenessPlot
        label={t("evidence.plotAlternative", {
          similarity: formatSimilarity(similarity, i18n.language),
        })}
        impostor={impostor}
        genuine={genuine}
        distance={distance}
      />
      <p className={styles.ends} aria-hidden>
        <span>{t("evidence.lessAlike")}</span>
        <span>{t("evidence.moreAlike")}</span>
      </p>
      <figcaption className={styles.caption}>
        {samePersonShare < HARDLY
          ? t("evidence.samePersonHardly")
          : t("evidence.samePersonShare", { share: formatShare(samePersonShare, i18n.language) })}
      </figcaption>
    </figure>
  );
}
