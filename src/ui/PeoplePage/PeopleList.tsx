import { useEffect, useRef, type ReactElement, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { findByName } from "../../app/answer/findByName.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { Person } from "../../gallery/gallery.ts";
import {
  isIn,
  offeredFilters,
  PEOPLE_FILTERS,
  type PeopleFilter,
} from "../../gallery/peopleFilter.ts";
import { SourcesText } from "../SourcesDialog/SourcesText.tsx";
import { usePersonName } from "../usePersonName.ts";
import { PeopleFilterChips } from "../PeopleFilterChips/PeopleFilterChips.tsx";
import { NameSearch } from "./NameSearch.tsx";
import styles from "./PeoplePage.module.css";
import { personHash } from "./personHash.ts";
import { PersonLink } from "./PersonLink.tsx";

/** Which people are in the list. */
export interface Shown {
  readonly query: string;
  readonly filter: PeopleFilter;
}

export const WHOLE_LIST: Shown = { query: "", filter: "everyone" };

/** About a screenful, so that nothing moves when the portraits arrive. */
const PLACES_WHILE_LOADING = 24;

interface Props {
  /** Absent until it is loaded. */
  readonly loaded: LoadedGallery | undefined;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  /** Whose page one comes back from. */
  readonly lastSeen: string | undefined;
}

export function PeopleList({ loaded, shown, onShown, lastSeen }: Props): ReactElement {
  const { t } = useTranslation();
  const everybody = loaded?.gallery.people ?? [];
  const people = useSorted(peopleOf(everybody, shown));
  const list = useFocusOn(lastSeen);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("people.title")}
        </h1>
        <p className={styles.lead}>{t("people.lead")}</p>
      </div>
      <div className={styles.tools}>
        <NameSearch
          value={shown.query}
          onChange={(query) => {
            onShown({ ...shown, query });
          }}
        />
        <PeopleFilterChips
          isTight
          label={t("people.filter")}
          offered={loaded ? offeredFilters(everybody) : PEOPLE_FILTERS}
          chosen={shown.filter}
          onChoose={(filter) => {
            onShown({ ...shown, filter });
          }}
        />
      </div>
      <p className={styles.count} role="status">
        {loaded ? t("people.count", { count: people.length }) : t("sources.loading")}
      </p>
      <ul ref={list} className={styles.grid}>
        {loaded
          ? people.map((person) => (
              <li key={person.id}>
                <PersonLink person={person} portraitUrl={loaded.portraits.get(person.id)} />
              </li>
            ))
          : Array.from({ length: PLACES_WHILE_LOADING }, (_, i) => (
              <li key={i} className={styles.place} aria-hidden />
            ))}
      </ul>
      {loaded && people.length === 0 && <p className={styles.lead}>{t("people.nobody")}</p>}
      <section className={styles.sources}>
        <h2 className={styles.subtitle}>{t("footer.sources.title")}</h2>
        <SourcesText gallery={loaded?.gallery} />
      </section>
    </div>
  );
}

function peopleOf(people: readonly Person[], { query, filter }: Shown): readonly Person[] {
  const inFilter = people.filter((person) => isIn(filter, person));
  return query.trim() === "" ? inFilter : findByName(inFilter, query, inFilter.length);
}

/** Goes on where one was in the list before one looked at somebody's page. */
function useFocusOn(personId: string | undefined): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (personId === undefined) return;
    // After the page has moved the focus to the heading, as it does on every new screen.
    const frame = requestAnimationFrame(() => {
      const links = list.current?.querySelectorAll("a") ?? [];
      const link = [...links].find(({ hash }) => hash === personHash(personId));
      link?.scrollIntoView({ block: "center" });
      link?.focus({ preventScroll: true });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [personId]);
  return list;
}

/** By the name as it is shown, in the order of its language. */
function useSorted(people: readonly Person[]): readonly Person[] {
  const { i18n } = useTranslation();
  const nameOf = usePersonName();
  const { compare } = new Intl.Collator(i18n.language);
  return people.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
}
