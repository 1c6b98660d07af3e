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
  readonly label: string;
  /** On a phone one row that scrolls sideways, its label for screen readers only: where rows of chips would push faces out of sight. */
  readonly isTight?: boolean;
}

/** One of the groups of people. */
export function PeopleFilterChips(props: Props): ReactElement | null {
  const { offered, chosen, onChoose, label, isTight = false } = props;
  const { t } = useTranslation();
  if (offered.length < 2) return null;
  return (
    <RadioGroup
      className={styles.group!}
      {...(isTight && { "aria-label": label })}
      orientation="horizontal"
      value={chosen}
      onChange={(value) => {
        const filter = offered.find((candidate) => candidate === value);
        if (filter !== undefined) onChoose(filter);
      }}
    >
      {!isTight && <Label className={styles.label}>{label}</Label>}
      <div className={`${styles.chips} ${isTight ? styles.tight : ""}`}>
        {offered.map((filter) => (
          <RadioField key={filter} value={filter} className={styles.field!}>
            <RadioButton className={styles.chip!}>{t(`result.filter.${filter}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
