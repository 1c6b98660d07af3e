import { useMemo, useState, type ComponentProps, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { placeOf } from "../../app/answer/evidencePlace.ts";
import { answerAmong, type Match, type MatchResult } from "../../app/answer/matchResult.ts";
import { isIn, type PeopleFilter } from "../../gallery/peopleFilter.ts";
import type { FacePair } from "../Morph/morphFace.ts";
import type { Headline } from "../share/useCardWords.ts";
import { usePersonName } from "../usePersonName.ts";
import { ResultScreen, ShareDialog } from "./lazyScreens.ts";

interface Props extends Omit<ComponentProps<typeof ResultScreen>, "onShare"> {
  readonly leaveMeOut: boolean;
  readonly onLeaveMeOut: (leaveMeOut: boolean) => void;
}

/** The answer, and the dialog that shares it. */
export function MatchedView({ leaveMeOut, onLeaveMeOut, ...screen }: Props): ReactElement {
  const [shared, setShared] = useState<Match>();
  return (
    <>
      <ResultScreen {...screen} onShare={setShared} />
      {shared && (
        <SharedMatch
          match={shared}
          result={screen.result}
          filter={screen.filter}
          leaveMeOut={leaveMeOut}
          onLeaveMeOut={onLeaveMeOut}
          onClose={() => {
            setShared(undefined);
          }}
        />
      )}
    </>
  );
}

type SharedProps = Pick<Props, "result" | "filter" | "leaveMeOut" | "onLeaveMeOut"> & {
  readonly match: Match;
  readonly onClose: () => void;
};

function SharedMatch({ match, result, filter, ...dialog }: SharedProps): ReactElement {
  const nameOf = usePersonName();
  const { person, portraitUrl, similarity } = match;
  const name = nameOf(person);
  const { face } = result.reading;
  const pair = useMemo(
    (): FacePair => ({
      first: { kind: "photo", face, who: "you" },
      second: { kind: "composite", portraitUrl, shape: person.shape, name },
    }),
    [face, portraitUrl, person, name],
  );
  const headline = useHeadline(match, result, filter);
  return (
    <ShareDialog
      isOpen
      pair={pair}
      similarity={similarity}
      {...(headline && { headline })}
      {...dialog}
    />
  );
}

/** Absent for the first name, whose words the dialog has itself. */
function useHeadline(
  match: Match,
  result: MatchResult,
  filter: PeopleFilter,
): Headline | undefined {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const name = nameOf(match.person);
  const group = isIn(filter, match.person) ? filter : "everyone";
  const answer = answerAmong(result, group);
  const { rank, comparedCount } = placeOf(result, group, answer, match.person.id);
  const among = t(`result.among.${group}`, { count: comparedCount });
  if (rank > 1) return { title: name, lead: t("share.card.rank", { rank, among }) };
  if (!answer.resemblesSomebody)
    return { title: t("result.nobody"), lead: t("result.nearest", { name }) };
  return undefined;
}
