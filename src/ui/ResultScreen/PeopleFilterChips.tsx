import type { ReactElement } from "react";
import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { useTranslation } from "react-i18next";

import type { PeopleFilter } from "../../gallery/peopleFilter.ts";
import styles from "./PeopleFilterChips.module.css";

interface Props {
  /** At least one; nothing is shown where there is no choice. */
  readonly offered: readonly PeopleFilter[];
  readonly chosen: PeopleFilter;
  readonly onChoose: (filter: PeopleFilter) => void;
}

/** Whom the face is compared with. */
export function PeopleFilterChips({ offered, chosen, onChoose }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (offered.length < 2) return null;
  return (
    <RadioGroup
      className={styles.group!}
      orientation="horizontal"
      value={chosen}
      onChange={(value) => {
        const filter = offered.find((candidate) => candidate === value);
        if (filter !== undefined) onChoose(filter);
      }}
    >
      <Label className={styles.label}>{t("result.filters")}</Label>
      <div className={styles.chips}>
        {offered.map((filter) => (
          <RadioField key={filter} value={filter}>
            <RadioButton className={styles.chip!}>{t(`result.filter.${filter}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
