import type { ReactElement } from "react";

import type { Match } from "../../app/answer/matchResult.ts";
import type { NamedPerson } from "../../gallery/gallery.ts";
import { usePersonName } from "../usePersonName.ts";
import styles from "./Portrait.module.css";

interface Props {
  readonly match: Pick<Match, "portraitUrl"> & { readonly person: NamedPerson };
  /** Empty where the name stands beside it. */
  readonly label: string;
}

/** A composite portrait, or the person's initial where the portrait could not be loaded. */
export function Portrait({ match: { person, portraitUrl }, label }: Props): ReactElement {
  const name = usePersonName()(person);
  if (portraitUrl !== undefined)
    return <img className={styles.portrait} src={portraitUrl} alt={label} />;
  return (
    <span className={styles.missing} aria-hidden>
      {Array.from(name)[0]}
    </span>
  );
}
