import { useId, type ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import { formatShare, formatSimilarity, similarityParts } from "../../i18n/formatNumbers.ts";
import type { HistoryEntry } from "../../storage/historyEntry.ts";
import { Portrait } from "../Portrait/Portrait.tsx";
import { usePersonName } from "../usePersonName.ts";
import styles from "./HistorySummary.module.css";
import { KeptFace } from "./KeptFace.tsx";
import { portraitIn } from "./portraitIn.ts";

interface Props {
  readonly entry: HistoryEntry;
  readonly loaded: LoadedGallery | undefined;
}

/** A kept result as it was answered then: the numbers are those of that day's gallery. */
export function HistorySummary({ entry, loaded }: Props): ReactElement {
  const { t } = useTranslation();
  const [best, ...next] = entry.matches;
  const name = usePersonName()(best);
  const portrait = portraitIn(loaded, entry, best);
  return (
    <div className={styles.summary}>
      <div className={styles.faces}>
        {entry.picture && (
          <KeptFace
            className={styles.face}
            blob={entry.picture.blob}
            label={t("result.yourFace")}
          />
        )}
        <span className={styles.face}>
          <Portrait match={portrait} label={t("app.portraitOf", { name })} />
        </span>
      </div>
      <Words entry={entry} name={name} />
      {next.length > 0 && <Next entry={entry} loaded={loaded} />}
      {loaded && loaded.gallery.id !== entry.galleryId && (
        <p className={styles.muted}>{t("history.otherGallery")}</p>
      )}
    </div>
  );
}

interface WordsProps {
  readonly entry: HistoryEntry;
  readonly name: string;
}

function Words({ entry, name }: WordsProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { comparedCount, filter, matches, resemblesSomebody } = entry;
  const [best] = matches;
  const { whole, rest } = similarityParts(best.similarity, i18n.language);
  const among = t(`result.among.${filter}`, { count: comparedCount });
  return (
    <div className={styles.words}>
      <p>
        {resemblesSomebody
          ? `${name} ${t("result.most", { among })}`
          : t("result.nearest", { name })}
      </p>
      <p className={styles.similarity}>
        <span className={styles.numeral}>
          {whole}
          <span className={styles.rest}>{rest}</span>
        </span>{" "}
        <span>
          <Trans i18nKey="result.similarity" components={{ strong: <strong /> }} />
        </span>
      </p>
      <p className={styles.muted}>
        {t("result.share", {
          people: comparedCount,
          share: formatShare(best.probability, i18n.language),
        })}
      </p>
    </div>
  );
}

function Next({ entry, loaded }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const nameOf = usePersonName();
  const note = useId();
  return (
    <div className={styles.words}>
      <p id={note} className={styles.muted}>
        {t("history.nextNote")}
      </p>
      <ol className={styles.next} aria-labelledby={note}>
        {entry.matches.slice(1).map((match) => (
          <li key={match.personId}>
            <span className={styles.nextFace}>
              <Portrait match={portraitIn(loaded, entry, match)} label="" />
            </span>
            <span>
              <span className={styles.nextName}>{nameOf(match)}</span>
              <span className={styles.muted}>
                {formatSimilarity(match.similarity, i18n.language)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
