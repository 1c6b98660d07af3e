import { useDeferredValue, useMemo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { placeOf } from "../../app/answer/evidencePlace.ts";
import {
  answerAmong,
  SHOWN_MATCHES,
  type Match,
  type MatchResult,
} from "../../app/answer/matchResult.ts";
import { offeredFilters, type PeopleFilter } from "../../gallery/peopleFilter.ts";
import { MoreActions } from "./Actions.tsx";
import { AnswerTop } from "./AnswerTop.tsx";
import { LikenessSection } from "./LikenessSection.tsx";
import { MatchLine } from "./MatchLine.tsx";
import { PeopleFilterChips } from "../PeopleFilterChips/PeopleFilterChips.tsx";
import styles from "./ResultScreen.module.css";
import { Section } from "./Section.tsx";
import { StarFeatures } from "./StarFeatures.tsx";
import { useOpened } from "./useOpened.ts";
import { WhyNot } from "./WhyNot.tsx";

interface Props {
  readonly result: MatchResult;
  /** The group chosen last; everyone stands in for one that this gallery does not offer. */
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onTakePhoto: () => void;
  /** Shares the person that stands large on the screen. Absent, like the next: not offered. */
  readonly onShare?: (match: Match) => void;
  readonly onPair?: () => void;
}

/**
 * The answer on top, its evidence under it, and what else might be asked. The answer
 * is painted first: the rest, which stands below the screen's edge, takes as long again.
 */
export function ResultScreen({ result, filter, onFilter, ...actions }: Props): ReactElement {
  const { t } = useTranslation();
  const { people, calibration } = result.loaded.gallery;
  const { impostor, genuine, features } = calibration;
  const offered = useMemo(() => offeredFilters(people), [people]);
  const group = offered.includes(filter) ? filter : "everyone";
  const answer = useMemo(() => answerAmong(result, group), [result, group]);
  const { openedId, open, topRef, headingRef } = useOpened(group);
  const shownId = openedId ?? answer.matches[0]!.person.id;
  const place = useMemo(
    () => placeOf(result, group, answer, shownId),
    [result, group, answer, shownId],
  );
  const showsRest = useDeferredValue(true, false);
  return (
    <div className={styles.screen}>
      <AnswerTop
        result={result}
        group={group}
        answer={answer}
        place={place}
        onOpen={open}
        topRef={topRef}
        headingRef={headingRef}
        onShare={actions.onShare}
        onTakePhoto={actions.onTakePhoto}
      />
      {showsRest && (
        <>
          {features && (
            <Section className={styles.features} title={t("evidence.features")}>
              <StarFeatures
                face={result.reading.face}
                match={place.match}
                distributions={features}
              />
            </Section>
          )}
          <Section className={styles.plot} title={t("evidence.plot")}>
            <LikenessSection pair={place.match} impostor={impostor} genuine={genuine} />
          </Section>
          <Section className={styles.line} title={t("result.line")} note={t("result.lineNote")}>
            <PeopleFilterChips
              offered={offered}
              chosen={group}
              onChoose={onFilter}
              label={t("result.filters")}
            />
            <MatchLine
              matches={answer.matches.slice(0, SHOWN_MATCHES)}
              opened={shownId}
              onOpen={open}
            />
          </Section>
          <Section className={styles.whyNot} title={t("result.whyNot")}>
            <WhyNot
              people={people}
              placeOf={(id) => placeOf(result, group, answer, id)}
              opened={shownId}
              onOpen={open}
            />
          </Section>
          <MoreActions onPair={actions.onPair} onPhotos={actions.onPhotos} />
        </>
      )}
    </div>
  );
}
