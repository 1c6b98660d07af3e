import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { PairAnswer } from "../../app/answer/pairOf.ts";
import type { Reading } from "../../app/capture/reading.ts";
import { Similarity } from "../ResultScreen/Similarity.tsx";
import styles from "./PairWords.module.css";

interface Props {
  /** Absent where the gallery was not measured for it. */
  readonly answer: PairAnswer | undefined;
  readonly first: Reading;
  readonly second: Reading;
}

/** The answer in words and in one figure, and what takes away from it. */
export function PairWords({ answer, first, second }: Props): ReactElement {
  const { t } = useTranslation();
  const key = answer ? (`pair.likeness.${answer.likeness}` as const) : "pair.unmeasured";
  return (
    <div className={styles.words}>
      <div>
        <h1 className={styles.title} tabIndex={-1}>
          {t(`${key}.title`)}
        </h1>
        <p className={styles.lead}>{t(`${key}.lead`)}</p>
      </div>
      {answer && <Similarity similarity={answer.similarity} />}
      <div className={styles.remarks}>
        <PoorPhoto which="first" reading={first} />
        <PoorPhoto which="second" reading={second} />
        <p>{t("pair.kinship")}</p>
      </div>
    </div>
  );
}

interface PoorPhotoProps {
  readonly which: "first" | "second";
  readonly reading: Reading;
}

function PoorPhoto({ which, reading }: PoorPhotoProps): ReactElement | null {
  const { t } = useTranslation();
  const { verdict } = reading.face.quality;
  if (verdict === "usable") return null;
  return <p>{t(`pair.poor.${which}`, { remark: t(`quality.${verdict}`) })}</p>;
}
