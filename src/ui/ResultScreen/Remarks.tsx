import type { ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import { doubtOf } from "../../app/answer/doubt.ts";
import type { Answer, Match } from "../../app/answer/matchResult.ts";
import type { Reading } from "../../app/capture/reading.ts";
import { usePersonName } from "../usePersonName.ts";
import styles from "./Remarks.module.css";

interface Props {
  readonly answer: Answer;
  readonly reading: Reading;
  /** The doubt is about the first name; another that is opened has none of its own. */
  readonly isFirst: boolean;
}

/** How sure the first name is, and what the photo takes away from it. */
export function Remarks({ answer, reading, isFirst }: Props): ReactElement {
  const { t } = useTranslation();
  const [first, second] = answer.matches;
  const { verdict } = reading.face.quality;
  const { used: count, given } = reading;
  return (
    <div className={styles.remarks}>
      {isFirst && answer.resemblesSomebody && first && second && (
        <DoubtSentence answer={answer} first={first} second={second} />
      )}
      {verdict !== "usable" && <p>{t(`quality.${verdict}`)}</p>}
      {given > 1 && <p className={styles.quiet}>{t("result.mean", { count, given })}</p>}
    </div>
  );
}

interface DoubtProps {
  readonly answer: Answer;
  readonly first: Match;
  readonly second: Match;
}

function DoubtSentence({ answer, first, second }: DoubtProps): ReactElement {
  const nameOf = usePersonName();
  return (
    <p>
      <Trans
        i18nKey={`doubt.${doubtOf(answer.uncertainty)}`}
        values={{ first: nameOf(first.person), second: nameOf(second.person) }}
        components={{ strong: <strong /> }}
      />
    </p>
  );
}
