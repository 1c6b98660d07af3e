import { ChevronDown, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components/Disclosure";
import { useTranslation } from "react-i18next";

import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import { formatMoment } from "../../i18n/formatDates.ts";
import { formatSimilarity } from "../../i18n/formatNumbers.ts";
import type { HistoryEntry } from "../../storage/historyEntry.ts";
import { Portrait } from "../Portrait/Portrait.tsx";
import { usePersonName } from "../usePersonName.ts";
import styles from "./HistoryItem.module.css";
import { HistorySummary } from "./HistorySummary.tsx";
import { portraitIn } from "./portraitIn.ts";

interface Props {
  readonly entry: HistoryEntry;
  readonly loaded: LoadedGallery | undefined;
  readonly onRemove: () => void;
}

/** One result as a row, which opens into the whole of it. */
export function HistoryItem({ entry, loaded, onRemove }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const [best] = entry.matches;
  const name = usePersonName()(best);
  const when = formatMoment(entry.savedAt, i18n.language);
  return (
    <li className={styles.item}>
      <Disclosure className={styles.disclosure!}>
        {({ isExpanded }) => (
          <>
            <Heading level={2} className={styles.heading!}>
              <Button slot="trigger" className={styles.open!}>
                <span className={styles.portrait}>
                  <Portrait match={portraitIn(loaded, entry, best)} label="" />
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>
                    {entry.resemblesSomebody ? name : t("result.nobody")}
                  </span>
                  <span className={styles.detail}>{when}</span>
                  <span className={styles.detail}>
                    {t("history.similarity", {
                      similarity: formatSimilarity(best.similarity, i18n.language),
                    })}
                  </span>
                </span>
                <ChevronDown aria-hidden size={20} className={styles.chevron} />
              </Button>
            </Heading>
            <DisclosurePanel className={styles.panel!}>
              {isExpanded && <HistorySummary entry={entry} loaded={loaded} />}
            </DisclosurePanel>
          </>
        )}
      </Disclosure>
      <button
        type="button"
        className={styles.remove}
        aria-label={t("history.remove", { name, when })}
        onClick={onRemove}
      >
        <Trash2 aria-hidden size={20} />
      </button>
    </li>
  );
}
