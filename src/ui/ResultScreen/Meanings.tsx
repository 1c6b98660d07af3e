import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Trans, useTranslation } from "react-i18next";

import type { Place } from "../../app/answer/evidencePlace.ts";
import { formatShare, formatSimilarity } from "../../i18n/formatNumbers.ts";
import { usePersonName } from "../usePersonName.ts";
import styles from "./Meanings.module.css";

/** What the two numbers and the doubt mean, in plain words; closed at first. */
export function Meanings({ place }: { readonly place: Place }): ReactElement {
  const { t, i18n } = useTranslation();
  const { match, comparedCount } = place;
  const values = {
    name: usePersonName()(match.person),
    people: comparedCount,
    similarity: formatSimilarity(match.similarity, i18n.language),
    share: formatShare(match.probability, i18n.language),
  };
  return (
    <Disclosure className={styles.meanings!}>
      <Button slot="trigger" className={styles.trigger!}>
        {t("evidence.meaning")}
        <ChevronDown aria-hidden size={18} className={styles.chevron} />
      </Button>
      <DisclosurePanel className={styles.panel!}>
        {MEANINGS.map((key) => (
          <p key={key}>
            <Trans i18nKey={key} values={values} components={{ strong: <strong /> }} />
          </p>
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}

const MEANINGS = [
  "evidence.meaningSimilarity",
  "evidence.meaningShare",
  "evidence.meaningDoubt",
] as const;
