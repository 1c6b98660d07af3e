import type { ReactElement } from "react";

import type { Person } from "../../gallery/gallery.ts";
import { usePersonName } from "../usePersonName.ts";
import { personHash } from "./personHash.ts";
import styles from "./PersonLink.module.css";

interface Props {
  readonly person: Person;
  /** Absent where it could not be loaded. */
  readonly portraitUrl: string | undefined;
}

/** A portrait and its name, which lead to the person's page. */
export function PersonLink({ person, portraitUrl }: Props): ReactElement {
  const name = usePersonName()(person);
  return (
    <a className={styles.link} href={personHash(person.id)}>
      <span className={styles.frame}>
        {portraitUrl === undefined ? (
          <span className={styles.missing} aria-hidden>
            {Array.from(name)[0]}
          </span>
        ) : (
          <img className={styles.portrait} src={portraitUrl} alt="" decoding="async" />
        )}
      </span>
      <span className={styles.name}>{name}</span>
    </a>
  );
}
