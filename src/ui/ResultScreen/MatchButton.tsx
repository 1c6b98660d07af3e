import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Match } from "../../app/answer/matchResult.ts";
import { formatShare, formatSimilarity } from "../../i18n/formatNumbers.ts";
import { Portrait } from "../Portrait/Portrait.tsx";
import { usePersonName } from "../usePersonName.ts";
import styles from "./MatchButton.module.css";

interface Props {
  readonly match: Match;
  /** 1 = first. */
  readonly rank: number;
  /** It is the one that stands large on the screen. */
  /** A line under the name. */
  readonly note?: string;
  readonly isOpened: boolean;
  readonly onOpen: () => void;
}

/** One celebrity with place, likeness and share; opens in place of the first. */
export function MatchButton({ match, rank, note, isOpened, onOpen }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const name = usePersonName()(match.person);
  return (
    <button
      type="button"
      className={styles.match}
      aria-current={isOpened ? "true" : undefined}
      onClick={onOpen}
    >
      <span className={styles.rank}>{rank}</span>
      <span className={styles.portrait}>
        <Portrait match={match} label="" />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
      <span className={styles.numbers}>
        <span className={styles.score} data-testid="match-score">
          {formatSimilarity(match.similarity, i18n.language)}
        </span>
        <span className={styles.note}>
          {t("result.rowShare", { share: formatShare(match.probability, i18n.language) })}
        </span>
      </span>
    </button>
  );
}
