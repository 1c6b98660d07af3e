import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Match } from "../../app/rankFace.ts";
import type { AnalysedFace } from "../../face/analysedFace.ts";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import { Portrait } from "../Portrait/Portrait.tsx";
import { usePersonName } from "../usePersonName.ts";
import styles from "./FacePair.module.css";

interface Props {
  readonly face: AnalysedFace;
  readonly match: Match;
}

/** Both faces in the frame of the portraits: the same eyes line, the same scale. */
export function FacePair({ face, match }: Props): ReactElement {
  const { t } = useTranslation();
  const name = usePersonName()(match.person);
  return (
    <div className={styles.pair} role="group" aria-label={t("result.pair", { name })}>
      <figure className={styles.half}>
        <PixelCanvas className={styles.face} pixels={face.portrait} label={t("result.yourFace")} />
        <figcaption className={styles.caption}>{t("result.you")}</figcaption>
      </figure>
      <figure className={styles.half}>
        <Portrait match={match} label={t("app.portraitOf", { name })} />
        <figcaption className={`${styles.caption} ${styles.end}`}>
          {t("result.composite")}
        </figcaption>
      </figure>
    </div>
  );
}
