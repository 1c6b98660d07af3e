import { Undo2 } from "lucide-react";
import type { ReactElement, Ref } from "react";
import { useTranslation } from "react-i18next";

import type { Place } from "../../app/answer/evidencePlace.ts";
import type { Match } from "../../app/answer/matchResult.ts";
import { Button } from "../Button/Button.tsx";
import { usePersonName } from "../usePersonName.ts";
import styles from "./Headline.module.css";

interface Props {
  readonly place: Place;
  readonly first: Match;
  readonly resemblesSomebody: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Opens the first again. */
  readonly onBack: () => void;
}

/** The answer in words: the first name, nobody really, or another's name and place. */
export function Headline(props: Props): ReactElement {
  const { place, first, resemblesSomebody, headingRef, onBack } = props;
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const name = nameOf(place.match.person);
  const isFirst = place.match.person.id === first.person.id;
  const among = t(`result.among.${place.filter}`, { count: place.comparedCount });

  if (isFirst && !resemblesSomebody) return <Nobody name={name} {...props} />;
  return (
    <div>
      <h1 className={styles.name} tabIndex={-1} ref={headingRef}>
        {name}
      </h1>
      <p className={styles.lead}>
        {isFirst ? t("result.most", { among }) : t("result.rank", { rank: place.rank, among })}
      </p>
      {!isFirst && (
        <p className={styles.back}>
          <Button kind="quiet" icon={<Undo2 aria-hidden size={18} />} onClick={onBack}>
            {t("result.back", { name: nameOf(first.person) })}
          </Button>
        </p>
      )}
    </div>
  );
}

function Nobody({ name, place, headingRef }: Props & { readonly name: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <div>
      <h1 className={styles.name} tabIndex={-1} ref={headingRef}>
        {t("result.nobody")}
      </h1>
      <p className={styles.lead}>{t("result.nobodyLead", { count: place.comparedCount })}</p>
      <p className={styles.nearest}>{t("result.nearest", { name })}</p>
    </div>
  );
}
