import { useId, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Match } from "../../app/rankFace.ts";
import { formatSimilarity } from "../../i18n/formatNumbers.ts";
import { Portrait } from "../Portrait/Portrait.tsx";
import { usePersonName } from "../usePersonName.ts";
import styles from "./NextMatches.module.css";

interface Props {
  readonly title: string;
  /** Best first. */
  readonly matches: readonly Match[];
}

export function NextMatches({ title, matches }: Props): ReactElement {
  const { i18n } = useTranslation();
  const nameOf = usePersonName();
  const titleId = useId();
  return (
    <section className={styles.next} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <ol className={styles.list}>
        {matches.map((match) => (
          <li key={match.person.id} data-testid="match" data-id={match.person.id}>
            <div className={styles.portrait}>
              <Portrait match={match} label="" />
            </div>
            <p className={styles.name}>{nameOf(match.person)}</p>
            <p className={styles.score} data-testid="match-score">
              {formatSimilarity(match.similarity, i18n.language)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
