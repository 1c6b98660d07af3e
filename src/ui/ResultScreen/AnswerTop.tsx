import type { ReactElement, Ref } from "react";
import { useTranslation } from "react-i18next";

import type { Place } from "../../app/answer/evidencePlace.ts";
import type { Answer, Match, MatchResult } from "../../app/answer/matchResult.ts";
import type { PersonId } from "../../gallery/gallery.ts";
import type { PeopleFilter } from "../../gallery/peopleFilter.ts";
import { formatShare } from "../../i18n/formatNumbers.ts";
import type { FacePair } from "../Morph/morphFace.ts";
import { FaceMorph } from "../Morph/FaceMorph.tsx";
import { usePersonName } from "../usePersonName.ts";
import { MainActions } from "./Actions.tsx";
import styles from "./AnswerTop.module.css";
import { Headline } from "./Headline.tsx";
import { Meanings } from "./Meanings.tsx";
import { Remarks } from "./Remarks.tsx";
import { Similarity } from "./Similarity.tsx";

interface Props {
  readonly result: MatchResult;
  readonly group: PeopleFilter;
  /** Of that group. */
  readonly answer: Answer;
  /** Of the person that is shown. */
  readonly place: Place;
  readonly onOpen: (id: PersonId) => void;
  readonly topRef: Ref<HTMLElement>;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onShare: ((match: Match) => void) | undefined;
  readonly onTakePhoto: () => void;
}

/** Both faces, the name, the two numbers and the doubt. */
export function AnswerTop(props: Props): ReactElement {
  const { result, group, answer, place, onOpen, topRef, headingRef, onShare, onTakePhoto } = props;
  const { match, comparedCount } = place;
  const { t, i18n } = useTranslation();
  const nameOf = usePersonName();
  const first = answer.matches[0]!;
  const { person, portraitUrl } = match;
  const pair: FacePair = {
    first: { kind: "photo", face: result.reading.face, who: "you" },
    second: { kind: "composite", portraitUrl, shape: person.shape, name: nameOf(person) },
  };
  return (
    <article className={styles.answer} ref={topRef}>
      <FaceMorph pair={pair} />
      <div className={styles.words}>
        <Headline
          place={place}
          first={first}
          resemblesSomebody={answer.resemblesSomebody}
          headingRef={headingRef}
          onBack={() => {
            onOpen(first.person.id);
          }}
        />
        <Similarity similarity={match.similarity} />
        <Remarks answer={answer} reading={result.reading} isFirst={person.id === first.person.id} />
        <div>
          <p className={styles.share}>
            {t("result.share", {
              people: comparedCount,
              share: formatShare(match.probability, i18n.language),
            })}
          </p>
          <Meanings place={place} />
        </div>
        <MainActions
          onShare={
            onShare &&
            (() => {
              onShare(match);
            })
          }
          onTakePhoto={onTakePhoto}
        />
      </div>
      <Announcement first={first} filter={group} count={answer.comparedCount} />
    </article>
  );
}

interface AnnouncementProps {
  readonly first: Match;
  readonly filter: PeopleFilter;
  readonly count: number;
}

/** Tells a screen reader of the new first name when another group is chosen. */
function Announcement({ first, filter, count }: AnnouncementProps): ReactElement {
  const { t } = useTranslation();
  const name = usePersonName()(first.person);
  const among = t(`result.among.${filter}`, { count });
  return (
    <p className={styles.announcement} role="status">
      {name}, {t("result.rank", { rank: 1, among })}
    </p>
  );
}
