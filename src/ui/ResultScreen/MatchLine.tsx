import type { ReactElement } from "react";

import type { Match } from "../../app/answer/matchResult.ts";
import type { PersonId } from "../../gallery/gallery.ts";
import { MatchButton } from "./MatchButton.tsx";
import styles from "./MatchLine.module.css";

interface Props {
  /** Best first. */
  readonly matches: readonly Match[];
  readonly opened: PersonId | undefined;
  readonly onOpen: (id: PersonId) => void;
}

/** The first few by rank, whichever of them is opened. */
export function MatchLine({ matches, opened, onOpen }: Props): ReactElement {
  return (
    <ol className={styles.line}>
      {matches.map((match, i) => (
        <li key={match.person.id} data-testid="match" data-id={match.person.id}>
          <MatchButton
            match={match}
            rank={i + 1}
            isOpened={match.person.id === opened}
            onOpen={() => {
              onOpen(match.person.id);
            }}
          />
        </li>
      ))}
    </ol>
  );
}
