import { X } from "lucide-react";
import { useState, type ReactElement } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField } from "react-aria-components/SearchField";
import { useTranslation } from "react-i18next";

import { findByName } from "../../app/answer/findByName.ts";
import type { Place } from "../../app/answer/evidencePlace.ts";
import type { Person, PersonId } from "../../gallery/gallery.ts";
import { MatchButton } from "./MatchButton.tsx";
import styles from "./WhyNot.module.css";

interface Props {
  readonly people: readonly Person[];
  readonly placeOf: (id: PersonId) => Place;
  readonly opened: PersonId | undefined;
  readonly onOpen: (id: PersonId) => void;
}

/** A longer list is quicker narrowed by one more letter. */
const LARGEST_LIST = 5;

/** The place and the likeness of anybody, found by name. */
export function WhyNot({ people, placeOf, opened, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const found = findByName(people, query, LARGEST_LIST);
  return (
    <div className={styles.whyNot}>
      <NameSearch query={query} onQuery={setQuery} />
      <p className={styles.status} role="status">
        {query.trim() !== "" && t("result.found", { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map(({ id }) => (
            <li key={id}>
              <PlaceButton place={placeOf(id)} isOpened={id === opened} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface NameSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function NameSearch({ query, onQuery }: NameSearchProps): ReactElement {
  const { t } = useTranslation();
  return (
    <SearchField className={styles.search!} value={query} onChange={onQuery}>
      <Label className={styles.label}>{t("result.search")}</Label>
      <div className={styles.box}>
        <Input className={styles.input!} autoComplete="off" spellCheck="false" />
        {query !== "" && (
          <Button className={styles.clear!}>
            <X aria-hidden size={20} />
          </Button>
        )}
      </div>
    </SearchField>
  );
}

interface PlaceButtonProps {
  readonly place: Place;
  readonly isOpened: boolean;
  readonly onOpen: (id: PersonId) => void;
}

function PlaceButton({ place, isOpened, onOpen }: PlaceButtonProps): ReactElement {
  const { t } = useTranslation();
  const { match, rank, filter, comparedCount: count } = place;
  return (
    <MatchButton
      match={match}
      rank={rank}
      note={t(`result.among.${filter}`, { count })}
      isOpened={isOpened}
      onOpen={() => {
        onOpen(match.person.id);
      }}
    />
  );
}
