import type { ReactElement } from "react";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { useTranslation } from "react-i18next";

import type { PeopleFilter } from "../../gallery/peopleFilter.ts";
import styles from "./FilterChoice.module.css";

interface Props {
  readonly offered: readonly PeopleFilter[];
  readonly value: PeopleFilter;
  readonly onChange: (value: PeopleFilter) => void;
}

/** One of the groups of people. */
export function FilterChoice({ offered, value, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className={styles.group!}
      aria-label={t("people.filter")}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const filter = offered.find((candidate) => candidate === chosen);
        if (filter !== undefined) onChange(filter);
      }}
    >
      {offered.map((filter) => (
        <RadioField key={filter} value={filter} className={styles.field!}>
          <RadioButton className={styles.choice!}>{t(`result.filter.${filter}`)}</RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
