import type { ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import { doubtOf } from "../../app/doubt.ts";
import type { Match, MatchResult } from "../../app/rankFace.ts";
import { formatShare } from "../../i18n/formatNumbers.ts";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { usePersonName } from "../usePersonName.ts";
import { FacePair } from "./FacePair.tsx";
import { NextMatches } from "./NextMatches.tsx";
import styles from "./ResultScreen.module.css";
import { Similarity } from "./Similarity.tsx";

interface Props {
  readonly result: MatchResult;
  readonly onPhoto: (file: File) => void;
  readonly onStartOver: () => void;
}

export function ResultScreen({ result, onPhoto, onStartOver }: Props): ReactElement {
  const { t } = useTranslation();
  const [best, ...next] = result.matches;
  return (
    <div className={styles.screen}>
      {best && <BestMatch best={best} second={next[0]} result={result} />}
      <div className={styles.more}>
        {next.length > 0 && (
          <NextMatches
            title={result.resemblesSomebody ? t("result.next") : t("result.nextNearest")}
            matches={next}
          />
        )}
        <div className={styles.actions}>
          <Button kind="primary" onClick={onStartOver}>
            {t("result.another")}
          </Button>
          <PhotoButton kind="secondary" label={t("home.choosePhoto")} onPhoto={onPhoto} />
        </div>
      </div>
    </div>
  );
}

interface BestMatchProps {
  readonly best: Match;
  readonly second: Match | undefined;
  readonly result: MatchResult;
}

function BestMatch({ best, second, result }: BestMatchProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { face, comparedCount } = result;
  return (
    <article className={styles.best} data-testid="match" data-id={best.person.id}>
      <FacePair face={face} match={best} />
      <div className={styles.words}>
        <Headline best={best} result={result} />
        <Similarity similarity={best.similarity} />
        <p className={styles.share}>
          {t("result.share", {
            people: comparedCount,
            share: formatShare(best.probability, i18n.language),
          })}
        </p>
        <div className={styles.remarks}>
          {result.resemblesSomebody && second && (
            <DoubtSentence best={best} second={second} result={result} />
          )}
          {face.quality.verdict !== "usable" && <p>{t(`quality.${face.quality.verdict}`)}</p>}
        </div>
      </div>
    </article>
  );
}

function Headline({ best, result }: Omit<BestMatchProps, "second">): ReactElement {
  const { t } = useTranslation();
  const name = usePersonName()(best.person);
  const count = result.comparedCount;
  if (result.resemblesSomebody)
    return (
      <div>
        <h1 className={styles.name} tabIndex={-1}>
          {name}
        </h1>
        <p className={styles.most}>{t("result.most", { people: count })}</p>
      </div>
    );
  return (
    <div>
      <h1 className={styles.name} tabIndex={-1}>
        {t("result.nobody")}
      </h1>
      <p className={styles.most}>{t("result.nobodyLead", { count })}</p>
      <p className={styles.nearest}>{t("result.nearest", { name })}</p>
    </div>
  );
}

function DoubtSentence({
  best,
  second,
  result,
}: Required<BestMatchProps> & { readonly second: Match }): ReactElement {
  const nameOf = usePersonName();
  return (
    <p>
      <Trans
        i18nKey={`doubt.${doubtOf(result.uncertainty)}`}
        values={{ first: nameOf(best.person), second: nameOf(second.person) }}
        components={{ strong: <strong /> }}
      />
    </p>
  );
}
