import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import { PeopleList, WHOLE_LIST } from "./PeopleList.tsx";
import styles from "./PeoplePage.module.css";
import { PersonView } from "./PersonView.tsx";

interface Props {
  /** Absent until it is loaded. */
  readonly loaded: LoadedGallery | undefined;
  /** Whose page is asked for; absent, everybody's. */
  readonly personId: string | undefined;
}

/** Everybody whom a face is compared with, and each of them alone. */
export function PeoplePage({ loaded, personId }: Props): ReactElement {
  const { t } = useTranslation();
  // Here, so that the way back from one person leads to the same search.
  const [shown, setShown] = useState(WHOLE_LIST);
  const [lastSeen, setLastSeen] = useState(personId);
  if (personId !== undefined && personId !== lastSeen) setLastSeen(personId);

  const person = loaded?.gallery.people.find(({ id }) => id === personId);
  if (loaded && person) return <PersonView key={person.id} loaded={loaded} person={person} />;
  if (loaded && personId !== undefined)
    return (
      <div className={styles.page}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("people.unknown")}
        </h1>
        <p>
          <a className={styles.link} href="#/people">
            {t("people.all")}
          </a>
        </p>
      </div>
    );
  return <PeopleList loaded={loaded} shown={shown} onShown={setShown} lastSeen={lastSeen} />;
}
